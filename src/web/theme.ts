import {type CSSVariablesResolver, createTheme} from '@mantine/core';

/** Large enough for a thumb and for eyes at a counter. */
export const theme = createTheme({
	primaryColor: 'teal',
	primaryShade: {light: 9, dark: 9},
	defaultRadius: 'md',
	fontFamily: '-apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
	headings: {fontWeight: '700'},
	cursorType: 'pointer',
	respectReducedMotion: true,
	components: {
		Button: {defaultProps: {size: 'md'}},
		TextInput: {defaultProps: {size: 'md'}},
		PasswordInput: {defaultProps: {size: 'md'}},
		NativeSelect: {defaultProps: {size: 'md'}},
	},
});

/** Colours with the contrast that WCAG 2.2 AA asks for, where the library's own have less. */
export const resolveColours: CSSVariablesResolver = () => ({
	variables: {
		'--mantine-color-teal-filled-hover': '#066649',
		'--mantine-primary-color-filled-hover': '#066649',
	},
	light: {
		'--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
		'--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
		'--mantine-color-error': 'var(--mantine-color-red-9)',
		'--mantine-color-anchor': 'var(--mantine-color-teal-9)',
		'--mantine-primary-color-filled-hover': '#066649',
		'--mantine-color-teal-filled-hover': '#066649',
		// What is written on a light ground of its own colour.
		'--mantine-color-teal-light-color': '#04573d',
		'--mantine-color-yellow-light-color': '#6f3b00',
		'--mantine-color-orange-light-color': '#7d2a05',
		'--mantine-color-red-light-color': '#a61e1e',
		'--mantine-color-gray-light-color': 'var(--mantine-color-gray-9)',
	},
	dark: {
		'--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
		'--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
		'--mantine-color-error': 'var(--mantine-color-red-4)',
		'--mantine-color-anchor': 'var(--mantine-color-teal-4)',
		'--mantine-primary-color-filled-hover': '#066649',
		'--mantine-color-teal-filled-hover': '#066649',
	},
});
