import {Button, type ButtonProps} from '@mantine/core';
import type {ReactNode} from 'react';

export type BigButtonProps = ButtonProps & {readonly children: ReactNode};

/** The one thing that is done on a page: large under a thumb, its words on two lines if need be. */
export function BigButton({children, ...props}: BigButtonProps) {
	return (
		<Button
			type="submit"
			size="lg"
			h="auto"
			mih={60}
			py="xs"
			fz={20}
			styles={{label: {whiteSpace: 'normal'}}}
			{...props}
		>
			{children}
		</Button>
	);
}
