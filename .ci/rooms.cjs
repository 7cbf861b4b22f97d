module.exports = [
	'regions',
	'identity',
	'ledger',
	'cooperatives',
	'fund',
	'lending',
	'reporting',
	'interchange',
];
