// What must not compile about identities and codes; nothing here is ever run.
import type {AccountCode, AllocationId, BookCode, LoanId, MemberId} from '../../src/kernel/ids.ts';
import {
	type KelurahanCode,
	type RegionCode,
	kelurahanCode,
	regionCode,
} from '../../src/kernel/region-code.ts';

declare const take: {
	loan: (id: LoanId) => void;
	allocation: (id: AllocationId) => void;
	book: (code: BookCode) => void;
	kelurahan: (code: KelurahanCode) => void;
};

export function wrongIdentity(member: MemberId, loan: LoanId, account: AccountCode): void {
	// @ts-expect-error A member's identity is not a loan's.
	take.loan(member);
	// @ts-expect-error A loan's identity is not an allocation's.
	take.allocation(loan);
	// @ts-expect-error An account's code is not a book's.
	take.book(account);
	// @ts-expect-error A text is not an identity before it was read from a request or a row.
	take.loan('0198c1de-0000-7000-8000-000000000001');
}

export function wrongRegion(region: RegionCode): KelurahanCode {
	// @ts-expect-error Not every region is a kelurahan.
	take.kelurahan(region);
	// @ts-expect-error A text is not a region before the kernel has read it.
	take.kelurahan('17.71.01.1001');
	// @ts-expect-error A region's code is read from text.
	regionCode(1771);
	const wide: RegionCode = kelurahanCode('17.71.01.1001');
	// @ts-expect-error A kelurahan seen as a region is only a region.
	return wide;
}
