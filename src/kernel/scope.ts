/** Where a permission holds: everywhere, or in the regions and cooperatives listed by code. */
export type CallerScope =
	| {readonly all: true}
	| {
			readonly all: false;
			readonly regions: readonly string[];
			readonly cooperatives: readonly string[];
	  };

export const everywhere: CallerScope = {all: true};
