import {Anchor} from '@mantine/core';
import type {ReactNode} from 'react';
import {Link} from 'wouter';
import {useBase} from '../shell/base.ts';

/** The page that shows what an address of the API answers, if there is one. */
export function pageOf(address: string, base: string): string | undefined {
	const report = /^\/v1\/reports\/(?<name>[a-z-]+)(?<query>\?.*)?$/u.exec(address)?.groups;
	if (report) return `${base}/laporan/${report.name ?? ''}${report.query ?? ''}`;
	const entry = /^\/v1\/books\/(?<book>[^/]+)\/entries\/(?<number>\d+)$/u.exec(address)?.groups;
	if (entry) return `${base}/buku/${entry.book ?? ''}/jurnal/${entry.number ?? ''}`;
	return undefined;
}

export type BehindProps = {readonly to: string | undefined; readonly children: ReactNode};

/** A figure that leads to what is behind it, where the service named that. */
export function Behind({to, children}: BehindProps) {
	const base = useBase();
	const page = to === undefined ? undefined : pageOf(to, base);
	if (page === undefined) return <>{children}</>;
	return (
		<Anchor component={Link} href={page} inherit underline="always">
			{children}
		</Anchor>
	);
}
