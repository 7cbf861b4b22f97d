import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const approvalTexts = {
	'approval/needed': {
		id: '{write} memerlukan persetujuan orang kedua; ajukan lewat layanan (HTTP), lalu orang lain menyetujuinya di /v1/approvals.',
		en: '{write} needs the approval of a second person; ask for it over HTTP, and somebody else approves it at /v1/approvals.',
	},
	'approval/unknown': {
		id: 'Permintaan persetujuan {approval} tidak ada dalam wewenang Anda.',
		en: 'There is no pending command {approval} within your scope.',
	},
	'approval/decided': {
		id: 'Permintaan ini sudah diputuskan: {status}.',
		en: 'The command was decided already: {status}.',
	},
	'approval/expired': {
		id: 'Permintaan ini kedaluwarsa pada {expiresAt}; pembuatnya harus mengajukan lagi.',
		en: 'The command expired at {expiresAt}; its maker has to ask again.',
	},
	'approval/changed': {
		id: 'Permintaan ini sudah diubah: versinya {version}, bukan {given}; baca dahulu yang sekarang.',
		en: 'The command was changed meanwhile: it is at version {version}, not {given}; read it as it is now.',
	},
	'approval/own': {
		id: 'Yang membuat tidak memeriksa: {maker} mengajukan ini sendiri; orang lain harus memutuskannya.',
		en: 'Whoever makes does not check: {maker} asked for this; somebody else has to decide.',
	},
	'approval/not-own': {
		id: 'Hanya {maker}, yang mengajukan, dapat mengubah atau menariknya.',
		en: 'Only {maker}, who asked for it, may change it or take it back.',
	},
	'approval/not-permitted': {
		id: 'Untuk memeriksa ini Anda sendiri harus memegang izin {permission} di seluruh wewenang pembuatnya yang terkait.',
		en: 'To check this you must hold the permission {permission} yourself where it is to be done.',
	},
	'approval/second-factor-needed': {
		id: 'Yang memeriksa memerlukan faktor kedua; pasang dahulu (POST /v1/me/second-factor).',
		en: 'Whoever checks needs a second factor; set one up first (POST /v1/me/second-factor).',
	},
	'approval/maker-not-permitted': {
		id: '{maker} tidak lagi memegang izin {permission}; perintahnya tidak dapat dijalankan.',
		en: '{maker} does not hold the permission {permission} any more; the command cannot be carried out.',
	},
	'approval/preview-differs': {
		id: 'Perintah ini kini akan menulis sesuatu yang lain daripada yang ditunjukkan ({write}); tolak, dan minta pembuatnya mengajukan lagi.',
		en: 'The command would now write something other than what was shown ({write}); reject it, and let its maker ask again.',
	},
	'approval/unknown-write': {
		id: 'Penulisan {write} tidak dikenal; pilih salah satu dari: {options}.',
		en: 'The write {write} is unknown; choose one of: {options}.',
	},
	'approval/no-amount': {
		id: '{write} tidak memiliki jumlah atau tanggal; sebutkan namanya saja, tanpa batas.',
		en: '{write} has neither amount nor date; name it without a limit.',
	},
	'approval/lifted-with-limit': {
		id: 'Yang dilepas dari daftar tidak memerlukan batas; hapus amountAbove dan backdatedOver.',
		en: 'What is taken off the list has no limits; leave amountAbove and backdatedOver out.',
	},
	'approval/policy-past': {
		id: 'Kebijakan berlaku sejak {date}, sebelum hari ini {today}; pilih hari ini atau sesudahnya.',
		en: 'The policy would hold since {date}, before today {today}; choose today or later.',
	},
	'approval/policy-scope': {
		id: 'Kebijakan persetujuan berlaku untuk semua; hanya administrator dengan wewenang all yang menetapkannya.',
		en: 'Approval policies hold for everybody; only an administrator with the scope all sets them.',
	},
	'approval/moved': {
		id: 'Perintah pada alamat {address} tidak lagi ada; pembuatnya harus mengajukan lagi.',
		en: 'There is no command at {address} any more; its maker has to ask again.',
	},
	'limit/exceeded': {
		id: '{person} boleh melakukan {write} sampai {limit} rupiah, bukan {amount}; minta yang batasnya lebih tinggi.',
		en: '{person} may do {write} up to {limit} rupiah, not {amount}; ask somebody with a higher limit.',
	},
	'limit/past': {
		id: 'Batas berlaku sejak {date}; pilih {earliest} atau sesudahnya.',
		en: 'The limit would hold since {date}; choose {earliest} or later.',
	},
	'separation/same-person': {
		id: '{person} sudah melakukan {first} atas pokok ini; {second} harus dilakukan orang lain.',
		en: '{person} did {first} here already; somebody else has to do {second}.',
	},
	'separation/own-loan': {
		id: 'Ini pembiayaan Anda sendiri atau keluarga Anda ({relation}); orang lain harus melakukannya.',
		en: 'This is the loan of yourself or your family ({relation}); somebody else has to do it.',
	},
	'separation/unknown-pair': {
		id: 'Pasangan {first} dan {second} tidak dapat dipisahkan demikian; lihat daftar pemisahan tugas.',
		en: 'The pair {first} and {second} cannot be kept apart like this; see the list of separations.',
	},
	'separation/held': {
		id: 'Pasangan {first} dan {second} dijaga oleh hukum {law} dan tidak dapat dilepas.',
		en: 'The pair {first} and {second} is kept by the law {law} and is never let go.',
	},
	'separation/past': {
		id: 'Pemisahan berlaku sejak {date}; pilih {earliest} atau sesudahnya.',
		en: 'The separation would hold since {date}; choose {earliest} or later.',
	},
	'separation/tie-held': {
		id: 'Hubungan {user} dengan anggota ini sudah tercatat.',
		en: 'The tie of {user} with this member is recorded already.',
	},
	'separation/unknown-tie': {
		id: 'Hubungan {tie} tidak ada dalam wewenang Anda, atau sudah berakhir.',
		en: 'There is no tie {tie} within your scope, or it has ended.',
	},
	'separation/own-tie': {
		id: '{user} tidak dapat mengakhiri hubungannya sendiri; orang lain harus melakukannya.',
		en: '{user} cannot end a tie of their own; somebody else has to.',
	},
	'separation/unknown-cooperative': {
		id: 'Koperasi {cooperative} tidak ada dalam wewenang Anda.',
		en: 'There is no cooperative {cooperative} within your scope.',
	},
	'separation/unknown-member': {
		id: 'Anggota itu tidak ada di koperasi ini.',
		en: 'The cooperative has no such member.',
	},
} as const satisfies RefusalTexts;

export type ApprovalCode = keyof typeof approvalTexts;
export const refuse = refuser(approvalTexts);
