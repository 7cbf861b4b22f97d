/** The ways in which money comes in. */
export const moneyMethods = ['cash', 'bank'] as const;
export type MoneyMethod = (typeof moneyMethods)[number];

/**
 * The ways in which a loan is paid: by money; by payroll, which the employer deducts and owes until
 * its transfer arrives; or from what the cooperative keeps for the member (titipan).
 */
export const methods = [...moneyMethods, 'payroll', 'deposit'] as const;
export type Method = (typeof methods)[number];

export type Way = {
	readonly method: Method;
	/** Who deducts it from the member's pay; of payroll only, and always. */
	readonly employer?: string;
};

export type Excess = 'refuse' | 'deposit';
