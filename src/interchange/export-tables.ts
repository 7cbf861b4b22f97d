/** Every table of a cooperative's that is exported, and what a row of it is. */
export const exportedTables: Readonly<Record<string, string>> = {
	accounts: 'Bagan akun: satu akun buku.',
	allocation_endings: 'Pengakhiran perjanjian dana.',
	allocations: 'Perjanjian dana bergulir per kelurahan.',
	approvals: 'Perintah yang menunggu atau diputus orang kedua.',
	approved_writes: 'Jurnal yang dibukukan dengan persetujuan orang kedua.',
	assertion_breaks: 'Jurnal yang melanggar pernyataan saldo.',
	assertion_rules: 'Aturan pernyataan saldo per akun.',
	assertion_withdrawals: 'Pernyataan saldo yang dicabut.',
	attachments: 'Lampiran; isinya di folder lampiran.',
	audit_finding_events: 'Langkah temuan audit.',
	audit_findings: 'Temuan audit.',
	balance_assertions: 'Pernyataan saldo: penghitungan kas, rekening koran, buku simpanan.',
	bank_accounts: 'Rekening bank koperasi.',
	bank_match_lines: 'Baris jurnal dalam pencocokan bank.',
	bank_match_rows: 'Mutasi bank dalam pencocokan.',
	bank_matches: 'Pencocokan mutasi bank dengan jurnal.',
	bank_rows: 'Mutasi rekening bank.',
	bank_statement_lines: 'Baris rekening koran.',
	bank_statements: 'Rekening koran; berkasnya di folder rekening-koran.',
	bank_unmatches: 'Pencocokan bank yang dibatalkan.',
	cancellation_costs: 'Biaya pembatalan pembelian murabahah.',
	cash_count_bookings: 'Pembukuan selisih kas.',
	cash_count_pieces: 'Pecahan yang dihitung.',
	cash_count_witnesses: 'Saksi penghitungan kas.',
	cash_counts: 'Penghitungan kas.',
	city_share_payments: 'Penyetoran bagian jasa kepada kota.',
	city_shares: 'Bagian jasa untuk kota.',
	collateral: 'Agunan.',
	collateral_appraisals: 'Penilaian agunan.',
	collateral_releases: 'Pengembalian agunan.',
	collection_visits: 'Kunjungan penagihan.',
	cooperatives: 'Koperasi.',
	demand_letters: 'Surat tagihan.',
	entries: 'Jurnal, dengan mata rantai sidiknya.',
	frozen_trial_balances: 'Neraca saldo beku saat bulan ditutup.',
	fund_proposal_decisions: 'Keputusan atas proposal dana.',
	fund_proposals: 'Proposal dana.',
	fund_returns: 'Pengembalian dana kepada kota.',
	group_applications: 'Permohonan pembiayaan kelompok.',
	group_deposit_movements: 'Mutasi simpanan tanggung renteng.',
	group_loans: 'Pembiayaan dalam permohonan kelompok.',
	group_members: 'Keanggotaan kelompok.',
	imports: 'Impor berkas.',
	instalments: 'Jadwal angsuran per versi.',
	joint_claim_movements: 'Mutasi tagihan tanggung renteng.',
	joint_claims: 'Tagihan tanggung renteng.',
	late_charge_payments: 'Pembayaran denda dan ganti rugi.',
	late_charge_waivers: 'Pembebasan denda.',
	late_charges: 'Denda (ta’zir) dan ganti rugi (ta’widh).',
	lines: 'Baris jurnal.',
	loan_conversions: 'Konversi akad.',
	loan_events: 'Langkah hidup pembiayaan.',
	loan_guarantors: 'Penjamin.',
	loan_products: 'Produk pembiayaan per versi.',
	loan_recoveries: 'Penerimaan pembiayaan hapus buku.',
	loan_restructurings: 'Restrukturisasi.',
	loan_schedules: 'Versi jadwal.',
	loan_settlements: 'Pelunasan.',
	loans: 'Pembiayaan.',
	manual_classes: 'Kolektibilitas manual.',
	member_accounts: 'Rekening anggota di bank atau dompet elektronik.',
	member_deaths: 'Kematian anggota.',
	member_groups: 'Kelompok.',
	members: 'Anggota.',
	opening_balance_lines: 'Neraca awal per akun.',
	opening_balances: 'Neraca awal dengan jumlah kontrolnya.',
	payment_promises: 'Janji bayar.',
	payroll_clearing_rows: 'Angsuran dalam penerimaan potongan gaji.',
	payroll_clearings: 'Penerimaan potongan gaji.',
	pengurus: 'Pengurus, pengawas, pengelola.',
	pengurus_ties: 'Hubungan keluarga anggota dengan pengurus.',
	periods: 'Bulan buku dan penutupannya.',
	provision_choices: 'Kebijakan penyisihan yang dipilih.',
	provision_runs: 'Pembukuan penyisihan.',
	reallocations: 'Pengalihan dana.',
	receipt_codes: 'Kode periksa kuitansi.',
	reconciliation_explanations: 'Penjelasan selisih rekonsiliasi.',
	reconciliation_lines: 'Angka rekonsiliasi.',
	reconciliation_signatures: 'Tanda tangan rekonsiliasi.',
	reconciliations: 'Rekonsiliasi dengan kota.',
	remittances: 'Setoran kepada kota.',
	repayments: 'Angsuran yang diterima.',
	saving_movements: 'Mutasi simpanan.',
	saving_obligations: 'Kewajiban simpanan wajib.',
	stated_figures: 'Angka yang disampaikan koperasi.',
	surplus_distribution_parts: 'Bagian-bagian SHU.',
	surplus_distributions: 'Pembagian SHU.',
	surplus_payouts: 'Pembayaran SHU.',
	surplus_rule_parts: 'Bagian dalam aturan SHU.',
	surplus_rules: 'Aturan pembagian SHU.',
	surplus_shares: 'Bagian SHU anggota.',
	tawidh_costs: 'Biaya nyata ganti rugi.',
	tranches: 'Pencairan dana dari kota.',
};

/** Tables with a book that are not exported, and why. */
export const leftOutTables: Readonly<Record<string, string>> = {
	assertion_standings: 'dihitung dari pernyataan saldo dan jurnal',
	audit_finding_standings: 'dihitung dari langkah temuan',
	book_tips: 'ujung rantai; ada dalam manifest',
	city_current_portions: 'milik buku kota',
	city_provisions: 'milik buku kota',
	day_totals: 'dihitung dari jurnal',
	detection_runs: 'milik pengawasan kota',
	detections: 'milik pengawasan kota',
	document_numbers: 'penghitung nomor; ada pada dokumennya',
	floor_balances: 'dihitung dari jurnal',
	fund_claim_events: 'milik buku kota',
	fund_claim_instalments: 'milik buku kota',
	fund_claims: 'milik buku kota',
	fund_day_classes: 'dihitung dari jurnal',
	fund_days: 'dihitung dari jurnal',
	fund_latest: 'dihitung dari jurnal',
	fund_latest_classes: 'dihitung dari jurnal',
	fund_notes: 'dihitung dari jurnal',
	fund_rollups: 'dihitung dari jurnal',
	fund_seal_classes: 'dihitung dari jurnal',
	fund_seals: 'dihitung dari jurnal',
	fund_write_off_decisions: 'milik buku kota',
	fund_write_offs: 'milik buku kota',
	group_deposit_balances: 'dihitung dari mutasinya',
	import_findings: 'isi unggahan, dihapus setelah impor berakhir',
	import_pieces: 'isi unggahan, dihapus setelah impor berakhir',
	import_rows: 'isi unggahan, dihapus setelah impor berakhir',
	log_heads: 'bukti milik instalasi; ada dalam paket audit',
	month_totals: 'dihitung dari jurnal',
	nik_attempts: 'hanya sidik NIK orang lain',
	outgoing_mails: 'surat milik instalasi',
	savings_balances: 'dihitung dari mutasinya',
	sealed_months: 'dihitung dari jurnal',
	tree_nodes: 'bukti milik instalasi; ada dalam paket audit',
	user_ties: 'pengguna milik instalasi',
	webhook_attempts: 'pengiriman milik instalasi',
	webhook_deliveries: 'pengiriman milik instalasi',
	webhook_events: 'pengiriman milik instalasi',
};

// What tells who somebody is, by table: written for who may see it, and empty for others.
const personal: Readonly<Record<string, readonly string[]>> = {
	members: ['name', 'sex', 'birth_date', 'business', 'left_reason', 'nik', 'address', 'phone'],
	pengurus: ['name', 'nik'],
	member_accounts: ['holder', 'number'],
	member_deaths: ['document'],
	attachments: ['name'],
	bank_rows: ['reference', 'description'],
	bank_statements: ['name'],
	collateral: ['description', 'owner', 'document', 'place'],
	collateral_releases: ['handed_to'],
	collection_visits: ['met', 'found'],
	group_members: ['left_reason'],
	late_charges: ['statement'],
	payment_promises: ['promised_by', 'note'],
	approvals: ['input', 'preview', 'address'],
	imports: ['file_name'],
	audit_findings: ['sentence_id', 'sentence_en', 'evidence'],
	audit_finding_events: ['note', 'evidence'],
};

/** What of a table's columns is written: a file's content is a file of its own. */
export type ExportColumn = {
	/** As the export names it: a sealed value by what it is. */
	readonly name: string;
	/** As PostgreSQL names it. */
	readonly column: string;
	readonly type: string;
	readonly isSealed: boolean;
	readonly isPersonal: boolean;
};

// Digests with a key and masks: they mean nothing outside this installation.
const keyed = new Set(['nik_hash', 'address_hash', 'phone_hash', 'phone_masked', 'number_digest']);

/** How a column of a table is exported; undefined where it is not. */
export function exportColumn(
	table: string,
	{name: column, type}: {readonly name: string; readonly type: string},
): ExportColumn | undefined {
	if (column === 'book_id' || keyed.has(column) || column === 'content') return undefined;
	const isSealed = column.endsWith('_sealed');
	const name = isSealed ? column.replace(/_sealed$/u, '') : column;
	const isPersonal = isSealed || (personal[table]?.includes(name) ?? false);
	return {name, column, type, isSealed, isPersonal};
}

const notes: Readonly<Record<string, string>> = {
	account_code: 'kode akun; lihat accounts.code',
	entry_number: 'nomor jurnal; lihat entries.number',
	member_id: 'anggota; lihat members.id',
	loan_id: 'pembiayaan; lihat loans.id',
	fund_id: 'dana; lihat allocations.id',
	allocation_id: 'dana; lihat allocations.id',
	group_id: 'kelompok; lihat member_groups.id',
	effective_on: 'tanggal berlaku',
	recorded_at: 'waktu dicatat (UTC)',
	recorded_by: 'siapa yang mencatat',
	document: 'bukti',
	reason: 'alasan',
	reverses: 'yang dibalik oleh baris ini',
	side: 'debit atau credit',
	hash: 'SHA-256, heksadesimal',
	canonical: 'teks yang disegel dan dihitung sidiknya',
};

/** What a column means, in a few words. */
export function columnNote({name, type, isPersonal}: ExportColumn): string {
	const known = notes[name] ?? typeNotes[type] ?? 'teks';
	return isPersonal ? `${known}; data pribadi` : known;
}

const typeNotes: Readonly<Record<string, string>> = {
	numeric: 'jumlah; rupiah dengan dua desimal, titik sebagai tanda desimal',
	date: 'tanggal, YYYY-MM-DD',
	'timestamp with time zone': 'waktu UTC, ISO 8601',
	uuid: 'identitas (UUID)',
	integer: 'bilangan bulat',
	smallint: 'bilangan bulat',
	bigint: 'bilangan bulat',
	boolean: 'true atau false',
	bytea: 'byte, heksadesimal',
	jsonb: 'JSON',
};
