// The rooms from low to high: a room may import the doors of those before it. A test compares the list with `src`.
module.exports = [
	'regions',
	'identity',
	'ledger',
	'evidence',
	'cooperatives',
	'savings',
	'fund',
	'lending',
	'provisioning',
	'oversight',
	'banking',
	'reconciliation',
	'detection',
	'reporting',
	'receipts',
	'interchange',
];
