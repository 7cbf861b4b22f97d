import {Text, type TextProps} from '@mantine/core';
import {showRupiah} from '../formats.ts';
import {useLanguage} from '../language.ts';

/** An amount as people write it, its digits under each other in a column. */
export function Amount({of, ...props}: TextProps & {readonly of: string}) {
	const language = useLanguage();
	return (
		<Text component="span" inherit className="amount" {...props}>
			{showRupiah(of, language)}
		</Text>
	);
}
