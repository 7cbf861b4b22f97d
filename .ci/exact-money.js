// A rule of our own: `a < b` compiles for two amounts but compares their texts, and `a === b` compares
// the objects; the kernel's `compare` and `equals` compare the amounts.

const moneyTypes = new Set(['Rupiah', 'Rate']);
const operators = new Set([
	'<',
	'>',
	'<=',
	'>=',
	'==',
	'!=',
	'===',
	'!==',
	'+',
	'-',
	'*',
	'/',
	'%',
]);

const isMoney = (type) =>
	moneyTypes.has(type.aliasSymbol?.name) ||
	(type.isUnion() && type.types.some((part) => isMoney(part)));

const noOperator = {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			operator: 'Use the functions of the kernel on amounts and rates, not `{{operator}}`.',
		},
	},
	create(context) {
		const services = context.sourceCode.parserServices;
		return {
			BinaryExpression(node) {
				if (!operators.has(node.operator)) return;
				const sides = [node.left, node.right].map((side) => services.getTypeAtLocation(side));
				if (!sides.every((type) => isMoney(type))) return;
				context.report({node, messageId: 'operator', data: {operator: node.operator}});
			},
		};
	},
};

export const exactMoney = {rules: {'no-operator': noOperator}};
