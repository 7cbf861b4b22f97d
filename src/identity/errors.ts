import {type FindingOf, type RefusalTexts, allRefuser, refuser} from '../kernel/errors.ts';

export const identityTexts = {
	'identity/name-malformed': {
		id: 'Nama pengguna {name} tidak sah; 3 sampai 64 huruf kecil, angka, titik, garis bawah atau tanda hubung, seperti siti.rahma.',
		en: 'The user name {name} is malformed; 3 to 64 lower-case letters, digits, dots, underscores or hyphens, such as siti.rahma.',
	},
	'identity/name-taken': {
		id: 'Nama pengguna {name} sudah dipakai; pilih nama lain.',
		en: 'The user name {name} is taken; choose another.',
	},
	'identity/email-malformed': {
		id: 'Alamat surel {email} tidak sah; contoh: siti@kota.example.',
		en: 'The e-mail address {email} is malformed; an example: siti@kota.example.',
	},
	'identity/unknown-user': {
		id: 'Pengguna {user} tidak ada dalam wewenang Anda.',
		en: 'There is no user {user} within your scope.',
	},
	'identity/role-malformed': {
		id: 'Peran {role} tidak dikenal; pilih salah satu dari: {options}.',
		en: 'The role {role} is unknown; choose one of: {options}.',
	},
	'identity/scope-malformed': {
		id: 'Wewenang {scope} tidak sah; tulis all, kode wilayah seperti 17.71.02, atau kode koperasi seperti KOP-1771011001.',
		en: 'The scope {scope} is malformed; write all, a region code such as 17.71.02, or a cooperative code such as KOP-1771011001.',
	},
	'identity/unknown-scope': {
		id: 'Tidak ada wilayah atau koperasi dengan kode {scope}.',
		en: 'There is no region or cooperative with the code {scope}.',
	},
	'identity/scope-too-wide': {
		id: 'Wewenang {scope} melampaui wewenang Anda sendiri; beri wewenang yang ada di dalamnya.',
		en: 'The scope {scope} reaches beyond your own; grant one that lies within it.',
	},
	'identity/grant-held': {
		id: 'Pengguna ini sudah memegang peran itu dengan wewenang yang sama.',
		en: 'The user already holds that role with the same scope.',
	},
	'identity/unknown-grant': {
		id: 'Peran {grant} tidak dipegang pengguna ini, atau sudah dicabut.',
		en: 'The user does not hold the grant {grant}, or it is revoked already.',
	},
	'identity/grant-to-self': {
		id: 'Anda tidak dapat memberi peran kepada diri sendiri; minta administrator lain.',
		en: 'You cannot grant a role to yourself; ask another administrator.',
	},
	'identity/deactivate-self': {
		id: 'Anda tidak dapat menonaktifkan diri sendiri; minta administrator lain.',
		en: 'You cannot deactivate yourself; ask another administrator.',
	},
	'identity/password-too-short': {
		id: 'Kata sandi paling sedikit {min} huruf; kalimat pendek yang mudah diingat lebih baik daripada kata yang rumit.',
		en: 'A password needs at least {min} characters; a short sentence is better than a complicated word.',
	},
	'identity/password-too-long': {
		id: 'Kata sandi paling banyak {max} huruf.',
		en: 'A password takes at most {max} characters.',
	},
	'identity/password-has-name': {
		id: 'Kata sandi tidak boleh memuat nama pengguna.',
		en: 'A password may not contain the user name.',
	},
	'identity/password-common': {
		id: 'Kata sandi ini terlalu mudah ditebak; pakai beberapa kata yang tidak berhubungan.',
		en: 'This password is too easy to guess; use several words that have nothing to do with each other.',
	},
	'identity/sign-in-refused': {
		id: 'Nama pengguna atau kata sandi salah.',
		en: 'The user name or the password is wrong.',
	},
	'identity/password-wrong': {
		id: 'Kata sandi Anda yang sekarang tidak cocok.',
		en: 'That is not your present password.',
	},
	'identity/password-of-self': {
		id: 'Ganti kata sandi Anda sendiri dengan menyebut kata sandi yang sekarang (POST /v1/me/password).',
		en: 'Change your own password by giving the present one (POST /v1/me/password).',
	},
	'identity/too-many-attempts': {
		id: 'Terlalu banyak percobaan masuk; coba lagi {seconds} detik lagi.',
		en: 'Too many attempts to sign in; try again in {seconds} seconds.',
	},
	'identity/session-needed': {
		id: 'Ini hanya dapat dilakukan setelah masuk dengan kata sandi, bukan dengan token API.',
		en: 'This takes a session that was signed in with a password, not an API token.',
	},
	'identity/token-expiry-past': {
		id: 'Masa berlaku token {expiresAt} sudah lewat; pilih waktu yang akan datang.',
		en: 'The expiry {expiresAt} of the token is past; choose a moment to come.',
	},
	'identity/unknown-session': {
		id: 'Sesi {session} tidak ada, atau sudah berakhir.',
		en: 'There is no session {session}, or it has ended already.',
	},
	'identity/unknown-invitation': {
		id: 'Undangan ini tidak berlaku, atau tidak lagi; minta yang baru kepada administrator.',
		en: 'The invitation does not hold, or no longer; ask an administrator for a new one.',
	},
	'identity/second-factor-needed': {
		id: 'Kata sandi benar; sertakan juga kode dari aplikasi autentikator, atau kode pemulihan.',
		en: 'The password is right; send also the code of your authenticator app, or a recovery code.',
	},
	'identity/second-factor-wrong': {
		id: 'Kode itu salah, sudah lewat, atau sudah dipakai; tunggu kode berikutnya.',
		en: 'That code is wrong, past, or used already; wait for the next one.',
	},
	'identity/code-wrong': {
		id: 'Kode itu salah, sudah lewat, atau sudah dipakai; tunggu kode berikutnya.',
		en: 'That code is wrong, past, or used already; wait for the next one.',
	},
	'identity/second-factor-held': {
		id: 'Faktor kedua sudah terpasang; lepaskan dahulu untuk memasang yang lain.',
		en: 'A second factor is set up; take it away first to set up another.',
	},
	'identity/second-factor-missing': {
		id: 'Belum ada faktor kedua yang terpasang.',
		en: 'No second factor is set up.',
	},
	'identity/no-second-factor-begun': {
		id: 'Mulai dahulu pemasangan faktor kedua (POST /v1/me/second-factor).',
		en: 'Begin to set up the second factor first (POST /v1/me/second-factor).',
	},
	'identity/second-factor-of-self': {
		id: 'Lepaskan faktor kedua Anda sendiri dengan kata sandi dan kode (POST /v1/me/second-factor/remove).',
		en: 'Take your own second factor away by password and code (POST /v1/me/second-factor/remove).',
	},
	'identity/service-account': {
		id: 'Akun layanan {user} tidak memiliki kata sandi; ia hanya memegang token.',
		en: 'The service account {user} has no password; it holds tokens alone.',
	},
	'identity/service-account-role': {
		id: 'Akun layanan hanya membaca: perannya auditor, bukan {role}.',
		en: 'A service account only reads: its role is auditor, not {role}.',
	},
	'identity/not-service-account': {
		id: '{user} bukan akun layanan; token seorang pengguna dibuat oleh pengguna itu sendiri.',
		en: '{user} is no service account; the tokens of a person are issued by that person.',
	},
	'identity/unknown-token': {
		id: 'Token {token} tidak ada, atau sudah dicabut.',
		en: 'There is no token {token}, or it is revoked already.',
	},
	'identity/oidc-off': {
		id: 'Masuk lewat penyedia identitas tidak diatur di sini; masuk dengan kata sandi.',
		en: 'No provider to sign in at is set up here; sign in with your password.',
	},
	'identity/oidc-unavailable': {
		id: 'Penyedia identitas tidak dapat dihubungi; coba lagi, atau masuk dengan kata sandi.',
		en: 'The provider to sign in at cannot be reached; try again, or sign in with your password.',
	},
	'identity/oidc-state': {
		id: 'Proses masuk ini tidak dikenal di peramban ini, sudah dipakai, atau sudah lewat; mulai lagi.',
		en: 'This sign-in is not known in this browser, was used, or has lapsed; begin again.',
	},
	'identity/oidc-denied': {
		id: 'Penyedia identitas menolak: {reason}. Mulai lagi.',
		en: 'The provider refused: {reason}. Begin again.',
	},
	'identity/oidc-token': {
		id: 'Jawaban penyedia identitas tidak sah untuk proses masuk ini ({reason}); mulai lagi.',
		en: 'What the provider answered does not hold for this sign-in ({reason}); begin again.',
	},
	'identity/subject-unlinked': {
		id: 'Akun di penyedia identitas itu tidak dihubungkan dengan pengguna yang aktif; minta administrator.',
		en: 'That account at the provider is not linked with a user who is let in; ask an administrator.',
	},
	'identity/subject-malformed': {
		id: 'Subjek {subject} tidak sah; tulis nilai sub dari penyedia, bukan alamat surel.',
		en: 'The subject {subject} is malformed; write the sub of the provider, not an e-mail address.',
	},
	'identity/subject-taken': {
		id: 'Subjek itu sudah dihubungkan dengan pengguna lain.',
		en: 'That subject is linked with another user already.',
	},
	'identity/subject-held': {
		id: 'Pengguna ini sudah dihubungkan dengan suatu subjek; lepaskan dahulu.',
		en: 'The user is linked with a subject already; take that away first.',
	},
	'identity/subject-missing': {
		id: 'Pengguna ini tidak dihubungkan dengan subjek mana pun.',
		en: 'The user is linked with no subject.',
	},
	'identity/subject-of-self': {
		id: 'Anda tidak dapat menghubungkan diri sendiri; minta administrator lain.',
		en: 'You cannot link yourself; ask another administrator.',
	},
	'identity/proof-needed': {
		id: 'Sebutkan kata sandi Anda; tanpa kata sandi, masuk dahulu lagi lewat penyedia identitas.',
		en: 'Give your password; if you have none, sign in at the provider once more first.',
	},
	'identity/own-session-needed': {
		id: 'Ini hanya dapat dilakukan dalam sesi Anda sendiri, bukan saat bertindak atas nama orang lain.',
		en: 'This takes a session of your own, not one in which you act for somebody else.',
	},
	'identity/delegation-to-self': {
		id: 'Anda tidak dapat mendelegasikan kepada diri sendiri; sebutkan orang lain.',
		en: 'You cannot delegate to yourself; name somebody else.',
	},
	'identity/delegation-inactive': {
		id: 'Pengguna {user} tidak aktif; pilih yang dapat masuk.',
		en: 'The user {user} is shut out; choose one who can sign in.',
	},
	'identity/delegation-not-held': {
		id: 'Anda tidak memegang peran {role} dengan wewenang {scope}; delegasikan yang Anda pegang, atau sebagian darinya.',
		en: 'You do not hold the role {role} over {scope}; delegate what you hold, or a part of it.',
	},
	'identity/delegation-permission': {
		id: 'Peran {role} tidak memberi, atau tidak dapat mendelegasikan: {permissions}.',
		en: 'The role {role} does not give, or cannot hand on: {permissions}.',
	},
	'identity/delegation-past': {
		id: 'Delegasi mulai {firstOn}, sebelum hari ini {today}; pilih hari ini atau sesudahnya.',
		en: 'The delegation begins on {firstOn}, before today {today}; choose today or later.',
	},
	'identity/delegation-backwards': {
		id: 'Delegasi berakhir {lastOn}, sebelum mulai {firstOn}; pilih hari itu atau sesudahnya.',
		en: 'The delegation ends on {lastOn}, before it begins on {firstOn}; choose that day or later.',
	},
	'identity/delegation-too-long': {
		id: 'Delegasi sampai {lastOn} melebihi {days} hari; paling lambat {latest}, atau minta peran tersendiri.',
		en: 'A delegation until {lastOn} takes more than {days} days; end it by {latest}, or ask for a role.',
	},
	'identity/unknown-delegation': {
		id: 'Delegasi {delegation} tidak ada dalam wewenang Anda, atau sudah dicabut.',
		en: 'There is no delegation {delegation} within your scope, or it is revoked already.',
	},
	'identity/nothing-delegated': {
		id: 'Tidak ada delegasi dari {user} kepada Anda yang berlaku hari ini.',
		en: 'No delegation from {user} to you is in force today.',
	},
} as const satisfies RefusalTexts;

export type IdentityCode = keyof typeof identityTexts;
export const refuse = refuser(identityTexts);
export type IdentityFinding = FindingOf<typeof identityTexts>;
export const refuseAll = allRefuser(identityTexts);
