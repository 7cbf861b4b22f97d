import {ActionIcon, useComputedColorScheme, useMantineColorScheme} from '@mantine/core';
import {chooseLanguage, useLanguage, useTexts} from '../language.ts';
import {Icon} from './icons.tsx';

/** The page in the other language. */
export function LanguageSwitch() {
	const language = useLanguage();
	const {app} = useTexts();
	const other = language === 'id' ? 'en' : 'id';
	return (
		<ActionIcon
			variant="subtle"
			color="gray"
			size={44}
			c="inherit"
			lang={other}
			aria-label={app.otherLanguage}
			title={app.otherLanguage}
			onClick={() => {
				chooseLanguage(other);
			}}
		>
			<Icon name="language" />
		</ActionIcon>
	);
}

/** Light or dark; the device's own until somebody chose. */
export function AppearanceSwitch() {
	const {app} = useTexts();
	const {setColorScheme} = useMantineColorScheme();
	const shown = useComputedColorScheme('light');
	const other = shown === 'light' ? 'dark' : 'light';
	return (
		<ActionIcon
			variant="subtle"
			color="gray"
			size={44}
			c="inherit"
			aria-label={app[other]}
			title={app[other]}
			onClick={() => {
				setColorScheme(other);
			}}
		>
			<Icon name={other === 'dark' ? 'moon' : 'sun'} />
		</ActionIcon>
	);
}
