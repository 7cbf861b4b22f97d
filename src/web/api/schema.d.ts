// Written by `npm run api-types`: do not edit.
export interface paths {
	"/v1/today": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-today"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sessions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-sessions"];
		put?: never;
		post: operations["post-v1-sessions"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sessions/current": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		delete: operations["delete-v1-sessions-current"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sessions/{id}/revoke": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-sessions-id-revoke"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/me": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-me"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/me/password": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-me-password"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/me/second-factor": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-me-second-factor"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/me/second-factor/confirm": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-me-second-factor-confirm"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/me/second-factor/remove": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-me-second-factor-remove"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/me/recovery-codes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-me-recovery-codes"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/second-factor/reset": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-users-id-second-factor-reset"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/delegations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-delegations"];
		put?: never;
		post: operations["post-v1-delegations"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/delegations/{id}/revoke": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-delegations-id-revoke"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/delegations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-users-id-delegations"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sessions/acting": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-sessions-acting"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sessions/ways": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-sessions-ways"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sessions/oidc": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-sessions-oidc"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sessions/oidc/callback": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-sessions-oidc-callback"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sessions/oidc/code": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-sessions-oidc-code"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/subject": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-users-id-subject"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/subject/remove": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-users-id-subject-remove"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-users"];
		put?: never;
		post: operations["post-v1-users"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-users-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/deactivate": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-users-id-deactivate"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/activate": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-users-id-activate"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/email": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-users-id-email"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/sessions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-users-id-sessions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/invitation": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-users-id-invitation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invitations/accept": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-invitations-accept"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/grants": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-users-id-grants"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/grants/{grant}/revoke": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-users-id-grants-grant-revoke"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/tokens": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-tokens"];
		put?: never;
		post: operations["post-v1-tokens"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/tokens/{id}/revoke": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-tokens-id-revoke"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/users/{id}/tokens": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-users-id-tokens"];
		put?: never;
		post: operations["post-v1-users-id-tokens"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/log": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-log"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/log/export": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-log-export"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approvals": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-approvals"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approvals/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-approvals-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-policies": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-approval-policies"];
		put?: never;
		post: operations["post-v1-approval-policies"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approvals/{id}/approve": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-approvals-id-approve"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approvals/{id}/reject": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-approvals-id-reject"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approvals/{id}/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-approvals-id-withdraw"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approvals/{id}/change": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-approvals-id-change"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/separations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-separations"];
		put?: never;
		post: operations["post-v1-separations"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/cooperatives/{code}/user-ties": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-cooperatives-code-user-ties"];
		put?: never;
		post: operations["post-v1-cooperatives-code-user-ties"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/user-ties/{id}/end": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-user-ties-id-end"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/amount-limits": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-amount-limits"];
		put?: never;
		post: operations["post-v1-amount-limits"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-policies/effect": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-approval-policies-effect"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/regions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-regions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/cooperatives": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-cooperatives"];
		put?: never;
		post: operations["post-v1-cooperatives"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/cooperatives/{code}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-cooperatives-code"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/search": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-search"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/unmask": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-id-unmask"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/personal-data": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members-id-personal-data"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/erasure": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-id-erasure"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members"];
		put?: never;
		post: operations["post-v1-members"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/duplicates": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members-duplicates"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch: operations["patch-v1-members-id"];
		trace?: never;
	};
	"/v1/members/{id}/accounts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members-id-accounts"];
		put?: never;
		post: operations["post-v1-members-id-accounts"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/member-accounts/{id}/end": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-member-accounts-id-end"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/cooperatives/{code}/pengurus": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-cooperatives-code-pengurus"];
		put?: never;
		post: operations["post-v1-cooperatives-code-pengurus"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/pengurus/{id}/end": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-pengurus-id-end"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/ties": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members-id-ties"];
		put?: never;
		post: operations["post-v1-members-id-ties"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/ties/{id}/end": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-ties-id-end"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/attachments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members-id-attachments"];
		put?: never;
		post: operations["post-v1-members-id-attachments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/attachments/{attachment}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members-id-attachments-attachment"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/attachments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-attachments"];
		put?: never;
		post: operations["post-v1-loans-id-attachments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/attachments/{attachment}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-attachments-attachment"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-claims/{id}/attachments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-fund-claims-id-attachments"];
		put?: never;
		post: operations["post-v1-fund-claims-id-attachments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-claims/{id}/attachments/{attachment}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-fund-claims-id-attachments-attachment"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/attachments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-allocations-id-attachments"];
		put?: never;
		post: operations["post-v1-allocations-id-attachments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/attachments/{attachment}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-allocations-id-attachments-attachment"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/savings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-savings"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/savings/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-savings-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/savings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members-id-savings"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/savings/deposits": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-savings-deposits"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/savings/withdrawals": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-savings-withdrawals"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/savings/{id}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-savings-id-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/leave": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-id-leave"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/leave/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-id-leave-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/savings/obligations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-savings-obligations"];
		put?: never;
		post: operations["post-v1-savings-obligations"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/savings/behind": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-savings-behind"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/surplus-rules": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-surplus-rules"];
		put?: never;
		post: operations["post-v1-books-book-surplus-rules"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/surplus-distributions/preview": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-surplus-distributions-preview"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/surplus-distributions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-surplus-distributions"];
		put?: never;
		post: operations["post-v1-books-book-surplus-distributions"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/surplus-distributions/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-surplus-distributions-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/surplus-distributions/{id}/shares": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-surplus-distributions-id-shares"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/surplus-distributions/{id}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-surplus-distributions-id-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/surplus-distributions/{id}/payouts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-surplus-distributions-id-payouts"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/surplus-payouts/{id}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-surplus-payouts-id-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/surplus-payouts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-surplus-payouts"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books"];
		put?: never;
		post: operations["post-v1-books"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/programmes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-programmes"];
		put?: never;
		post: operations["post-v1-programmes"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-allocations"];
		put?: never;
		post: operations["post-v1-allocations"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-allocations-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/statement": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-allocations-id-statement"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/tranches": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-tranches"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/remittances": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-remittances"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/returns": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-returns"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/reallocate": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-reallocate"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/end": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-end"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/city-shares": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-city-shares"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/city-share-payments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-city-share-payments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/not-remitted": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-allocations-id-not-remitted"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/proposals": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-proposals"];
		put?: never;
		post: operations["post-v1-proposals"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/proposals/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-proposals-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/proposals/{id}/approve": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-proposals-id-approve"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/proposals/{id}/reject": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-proposals-id-reject"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans"];
		put?: never;
		post: operations["post-v1-loans"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/schedule": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-schedule"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/statement": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-statement"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/approve": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-approve"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/reject": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-reject"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/disburse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-disburse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/repayments/preview": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-repayments-preview"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/repayments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-repayments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/schedules/preview": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-schedules-preview"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/cooperatives/{book}/products": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-cooperatives-book-products"];
		put?: never;
		post: operations["post-v1-cooperatives-book-products"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/holidays": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-holidays"];
		put?: never;
		post: operations["post-v1-holidays"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/events": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-events"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/profit-shares": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-profit-shares"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/tranches": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-tranches"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/give-up": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-give-up"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/verify": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-verify"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-withdraw"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/quote": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-quote"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/settle": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-settle"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/reschedule/preview": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-reschedule-preview"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/reschedule": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-reschedule"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/restructured-loans": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-restructured-loans"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/write-off": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-write-off"];
		put?: never;
		post: operations["post-v1-loans-id-write-off"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/write-off/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-write-off-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/recoveries": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-recoveries"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/recoveries/{recovery}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-recoveries-recovery-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/convert/preview": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-convert-preview"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/convert": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-convert"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/convert/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-convert-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/purchase-advance": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-purchase-advance"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/purchase": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-purchase"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/purchase/cancel": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-purchase-cancel"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/down-payment": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-down-payment"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/down-payment/return": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-down-payment-return"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/purchase/claim-payments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-purchase-claim-payments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/purchase-steps/{entry}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-purchase-steps-entry-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/officer": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-officer"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/losses": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-losses"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/losses/{entry}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-losses-entry-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/death": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-id-death"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/death/revoke": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-id-death-revoke"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/member-deaths": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-member-deaths"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-groups"];
		put?: never;
		post: operations["post-v1-groups"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-groups-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch: operations["patch-v1-groups-id"];
		trace?: never;
	};
	"/v1/groups/{id}/loans": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-groups-id-loans"];
		put?: never;
		post: operations["post-v1-groups-id-loans"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups/{id}/members": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-groups-id-members"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups/{id}/members/leave": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-groups-id-members-leave"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups/{id}/members/office": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-groups-id-members-office"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/collections/due": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-collections-due"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups/{id}/collection-sheet": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-groups-id-collection-sheet"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/collections": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-collections"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/payments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-id-payments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups/{id}/deposits": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-groups-id-deposits"];
		put?: never;
		post: operations["post-v1-groups-id-deposits"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups/{id}/deposits/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-groups-id-deposits-withdraw"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups/{id}/deposits/pay": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-groups-id-deposits-pay"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/groups/{id}/deposits/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-groups-id-deposits-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/joint-payments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-joint-payments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-claims"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-claims-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims/{id}/repayments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-claims-id-repayments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims/{id}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-claims-id-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/guarantors": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-guarantors"];
		put?: never;
		post: operations["post-v1-loans-id-guarantors"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/guarantors/release": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-guarantors-release"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/late-charges": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-late-charges"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/tazir": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-tazir"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/tawidh": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-tawidh"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/late-charges/{number}/pay": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-late-charges-number-pay"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/late-charges/{number}/waive": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-late-charges-number-waive"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/late-charges/{number}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-late-charges-number-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/collections/reminders": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-collections-reminders"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/collection": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-collection"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/promises": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-promises"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/visits": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-visits"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/letters": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-letters"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/collateral": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-collateral"];
		put?: never;
		post: operations["post-v1-loans-id-collateral"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/cooperatives/{book}/collateral": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-cooperatives-book-collateral"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/collateral/{number}/appraisals": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-collateral-number-appraisals"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/collateral/{number}/release": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-collateral-number-release"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/collateral/{number}/release-early": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-loans-id-collateral-number-release-early"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/payroll-deductions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-payroll-deductions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/payroll-clearings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-payroll-clearings"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/payroll-clearings/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-payroll-clearings-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/payroll-clearings/{id}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-payroll-clearings-id-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/deposit": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-members-id-deposit"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/deposit/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-id-deposit-withdraw"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/deposit/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-members-id-deposit-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provision-policies": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-provision-policies"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/loans/{id}/classes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-loans-id-classes"];
		put?: never;
		post: operations["post-v1-loans-id-classes"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/provision-policies": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-provision-policies"];
		put?: never;
		post: operations["post-v1-books-book-provision-policies"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/provisions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-provisions"];
		put?: never;
		post: operations["post-v1-books-book-provisions"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-findings"];
		put?: never;
		post: operations["post-v1-findings"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/policy": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-findings-policy"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/addresses": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-findings-addresses"];
		put?: never;
		post: operations["post-v1-findings-addresses"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-findings-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/findings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-findings"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/{id}/assign": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-findings-id-assign"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/{id}/notes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-findings-id-notes"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/{id}/close": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-findings-id-close"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/{id}/confirm-closing": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-findings-id-confirm-closing"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/{id}/decline-closing": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-findings-id-decline-closing"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/{id}/reopen": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-findings-id-reopen"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/findings/{id}/due-date": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-findings-id-due-date"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reconciliations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reconciliations"];
		put?: never;
		post: operations["post-v1-reconciliations"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reconciliations/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reconciliations-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/stated-figures": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-stated-figures"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/stated-figures/files": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-stated-figures-files"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reconciliations/{id}/explanations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-reconciliations-id-explanations"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reconciliations/{id}/sign/cooperative": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-reconciliations-id-sign-cooperative"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reconciliations/{id}/sign/city": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-reconciliations-id-sign-city"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/city/{book}/current-portions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-city-book-current-portions"];
		put?: never;
		post: operations["post-v1-city-book-current-portions"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/city/{book}/provisions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-city-book-provisions"];
		put?: never;
		post: operations["post-v1-city-book-provisions"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/city-policies": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-city-policies"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/revolving-fund-annex": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-revolving-fund-annex"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/write-offs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-allocations-id-write-offs"];
		put?: never;
		post: operations["post-v1-allocations-id-write-offs"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-write-offs/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-fund-write-offs-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-write-offs/{id}/confirm": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-fund-write-offs-id-confirm"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-write-offs/{id}/reject": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-fund-write-offs-id-reject"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-write-offs/{id}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-fund-write-offs-id-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/recoveries": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-recoveries"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/city/{book}/claims": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-city-book-claims"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-claims/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-fund-claims-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/allocations/{id}/claims": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-allocations-id-claims"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-claims/{id}/state": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-fund-claims-id-state"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-claims/{id}/payments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-fund-claims-id-payments"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-claims/{id}/reverse-payment": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-fund-claims-id-reverse-payment"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-claims/{id}/drop": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-fund-claims-id-drop"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-claims/{id}/prosecute": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-fund-claims-id-prosecute"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/fund-claims/{id}/cancel": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-fund-claims-id-cancel"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/public/receipts/{code}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-public-receipts-code"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/kuitansi": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-kuitansi"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/kuitansi/{code}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-kuitansi-code"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/receipts/{receipt}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-receipts-receipt"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/receipts/{receipt}/print": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-receipts-receipt-print"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/detectors": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-detectors"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/detections": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-detections"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/detections/runs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-detections-runs"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/statement-formats": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-statement-formats"];
		put?: never;
		post: operations["post-v1-statement-formats"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/bank-match-rules": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-bank-match-rules"];
		put?: never;
		post: operations["post-v1-bank-match-rules"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/cash-denominations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-cash-denominations"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-accounts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-accounts"];
		put?: never;
		post: operations["post-v1-books-book-bank-accounts"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-accounts/{bankAccount}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-accounts-bankAccount"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-accounts/{bankAccount}/unmatched": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-accounts-bankAccount-unmatched"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-accounts/{bankAccount}/reconciliation": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-accounts-bankAccount-reconciliation"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-statements": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-statements"];
		put?: never;
		post: operations["post-v1-books-book-bank-statements"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-statements/{statement}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-statements-statement"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-statements/{statement}/rows": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-statements-statement-rows"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-statements/{statement}/file": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-statements-statement-file"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-accounts/{bankAccount}/match": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-bank-accounts-bankAccount-match"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-matches": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-bank-matches"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-matches/{match}/unmatch": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-bank-matches-match-unmatch"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-accounts/{bankAccount}/matches": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-accounts-bankAccount-matches"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/bank-matches/{match}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-bank-matches-match"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/cash-counts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-cash-counts"];
		put?: never;
		post: operations["post-v1-books-book-cash-counts"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/cash-counts/{count}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-cash-counts-count"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/cash-counts/{count}/confirm": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-cash-counts-count-confirm"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/cash-counts/{count}/book-difference": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-cash-counts-count-book-difference"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/import-templates/{kind}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-import-templates-kind"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/imports": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-imports"];
		put?: never;
		post: operations["post-v1-books-book-imports"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/imports/{import}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-imports-import"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/imports/{import}/findings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-imports-import-findings"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/imports/{import}/copy": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-imports-import-copy"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/imports/{import}/approve": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-imports-import-approve"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/imports/{import}/reject": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-imports-import-reject"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/imports/{import}/resume": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-imports-import-resume"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/imports/{import}/undo": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-imports-import-undo"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/allocation-import-templates/{kind}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-allocation-import-templates-kind"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/allocation-imports": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-allocation-imports"];
		put?: never;
		post: operations["post-v1-books-book-allocation-imports"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/allocation-imports/{import}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-allocation-imports-import"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/allocation-imports/{import}/findings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-allocation-imports-import-findings"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/allocation-imports/{import}/copy": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-allocation-imports-import-copy"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/allocation-imports/{import}/approve": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-allocation-imports-import-approve"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/allocation-imports/{import}/reject": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-allocation-imports-import-reject"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/allocation-imports/{import}/resume": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-allocation-imports-import-resume"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/allocation-imports/{import}/undo": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-allocation-imports-import-undo"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/export": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-export"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/accounts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-accounts"];
		put?: never;
		post: operations["post-v1-books-book-accounts"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/accounts/{code}/ledger": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-accounts-code-ledger"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/accounts/{code}/balance": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-accounts-code-balance"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/entries": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-entries"];
		put?: never;
		post: operations["post-v1-books-book-entries"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/entries/with-papers": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-entries-with-papers"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/entries/{number}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-entries-number"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/entries/{number}/reverse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-entries-number-reverse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/entries/batch": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-entries-batch"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/periods": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-periods"];
		put?: never;
		post: operations["post-v1-books-book-periods"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/periods/{month}/confirm": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-periods-month-confirm"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/periods/{month}/reopen": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-periods-month-reopen"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/periods/{month}/trial-balance": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-periods-month-trial-balance"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/years/{year}/close": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-years-year-close"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/assertions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-assertions"];
		put?: never;
		post: operations["post-v1-books-book-assertions"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/assertions/overdue": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-assertions-overdue"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/assertions/{number}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-assertions-number"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/assertions/{number}/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-books-book-assertions-number-withdraw"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/assertion-rules": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-assertion-rules"];
		put?: never;
		post: operations["post-v1-books-book-assertion-rules"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/checkpoints": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-checkpoints"];
		put?: never;
		post: operations["post-v1-audit-checkpoints"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/checkpoints/{sequence}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-checkpoints-sequence"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/checkpoints/{sequence}/leaves": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-checkpoints-sequence-leaves"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/consistency": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-consistency"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/proofs/{book}/{entry}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-proofs-book-entry"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/pack": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-pack"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/keys": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-keys"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit/verifier": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-audit-verifier"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/chores": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-chores"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/chores/runs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-chores-runs"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-webhooks"];
		put?: never;
		post: operations["post-v1-webhooks"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-webhooks-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}/disable": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-webhooks-id-disable"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}/rotate-secret": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-webhooks-id-rotate-secret"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}/deliveries": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-webhooks-id-deliveries"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}/deliveries/{event}/attempts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-webhooks-id-deliveries-event-attempts"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}/deliveries/{event}/resend": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-webhooks-id-deliveries-event-resend"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/trial-balance": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-trial-balance"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/fund-health": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-fund-health"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/fund-health-trend": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-fund-health-trend"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/public/fund-health": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-public-fund-health"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/general-ledger": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-general-ledger"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/journal": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-journal"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/fund-statement": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-fund-statement"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/notes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-notes"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/surplus-distribution": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-surplus-distribution"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/health-score": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-health-score"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/balance-sheet": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-balance-sheet"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/income-statement": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-income-statement"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/equity-changes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-equity-changes"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/benevolence-funds": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-benevolence-funds"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/cash-flow": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-cash-flow"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/restatement": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-restatement"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/{book}/accounts/{code}/explain": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-books-book-accounts-code-explain"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/changes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-changes"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/loan-portfolio": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-loan-portfolio"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/ageing": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-ageing"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/collectibility": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-collectibility"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/provisioning": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-provisioning"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/collections": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-collections"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/daily-collections": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-daily-collections"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/due": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-due"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/maturities": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-maturities"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/settlements": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-settlements"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/write-offs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-write-offs"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/cohorts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-cohorts"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/portfolio-trend": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-portfolio-trend"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reports/{name}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-reports-name"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/report-jobs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-report-jobs"];
		put?: never;
		post: operations["post-v1-report-jobs"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/report-jobs/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-report-jobs-id"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/report-jobs/{id}/cancel": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post: operations["post-v1-report-jobs-id-cancel"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/report-jobs/{id}/file": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get: operations["get-v1-report-jobs-id-file"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		Problem: {
			type: string;
			title: string;
			status: number;
			code: string;
			detail: string;
			instance: string;
			findings: {
				code: string;
				path: string;
				message: string;
				value?: string;
			}[];
		};
		PendingCommand: {
			id: string;
			/** @enum {string} */
			status: "pending" | "approved" | "rejected" | "withdrawn";
			version: number;
			link: string;
			command: string;
			address: string;
			permission: string;
			book: string | null;
			maker: string;
			/** Format: date-time */
			madeAt: string;
			/** Format: date-time */
			expiresAt: string;
			isExpired: boolean;
			writes: {
				name: string;
				subject: string;
				book: string | null;
				amount: string | null;
				effectiveOn: string | null;
				backdatedDays: number;
				lines: {
					account: string;
					/** @enum {string} */
					side: "debit" | "credit";
					/** @example 1250000.00 */
					amount: string;
				}[];
			}[];
			decision: {
				by: string;
				/** Format: date-time */
				at: string;
				reason: string | null;
			} | null;
		};
		Shape_4f14e40a: {
			token: string;
			/** Format: date-time */
			expiresAt: string;
			isSecondFactorDue: boolean;
			user: {
				/** Format: uuid */
				id: string;
				name: string;
			};
		};
		Shape_742d8381: {
			/** Format: uuid */
			id: string;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			expiresAt: string;
			lastUsedAt: string | null;
			address: string | null;
			isCurrent: boolean;
		};
		Shape_1e9fca01: {
			items: components["schemas"]["Shape_742d8381"][];
			nextCursor: string | null;
		};
		Shape_be4583c8: {
			/** Format: uuid */
			id: string;
			from: string;
			to: string;
			/** @enum {string} */
			role: "officer" | "supervisor" | "fund-manager" | "auditor" | "administrator";
			scope: string;
			permissions: ("public" | "enrol" | "self" | "region:read" | "programme:read" | "programme:write" | "cooperative:read" | "cooperative:write" | "member:read" | "member:write" | "member:unmask" | "member:export" | "member:erase" | "pengurus:write" | "attachment:read" | "attachment:write" | "saving:read" | "saving:record" | "saving:reverse" | "saving:terms" | "surplus:read" | "surplus:rule" | "surplus:distribute" | "surplus:pay" | "surplus:reverse" | "allocation:read" | "allocation:write" | "allocation:end" | "allocation:import" | "allocation:import-approve" | "proposal:submit" | "proposal:decide" | "figures:state" | "reconciliation:read" | "reconciliation:prepare" | "reconciliation:sign" | "reconciliation:countersign" | "tranche:record" | "remittance:record" | "fund:reverse" | "fund:write-off" | "fund:claim" | "city:read" | "city:close" | "group:read" | "group:write" | "loan:read" | "loan:apply" | "loan:approve" | "loan:disburse" | "loan:repay" | "loan:reverse" | "loan:verify" | "loan:reschedule" | "loan:write-off" | "loan:assign" | "product:write" | "holiday:write" | "loan:classify" | "provision:choose" | "provision:book" | "detection:read" | "detection:run" | "collection:record" | "late-charge:waive" | "collateral:record" | "collateral:release-early" | "schedule:preview" | "ledger:read" | "ledger:post" | "ledger:reverse" | "account:write" | "period:close" | "period:reopen" | "assertion:write" | "bank:read" | "bank:account" | "bank:import" | "bank:match" | "bank:format" | "cash:count" | "cash:book" | "evidence:read" | "evidence:checkpoint" | "report:read" | "finding:read" | "finding:raise" | "finding:assign" | "finding:work" | "finding:close" | "finding:reopen" | "finding:postpone" | "finding:address" | "import:read" | "import:upload" | "import:approve" | "import:undo" | "export:take" | "webhook:write" | "chore:read" | "approval:read" | "approval:decide" | "approval:policy" | "delegation:give" | "user:manage" | "trail:read")[];
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			firstOn: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			lastOn: string;
			reason: string;
			/** Format: date-time */
			givenAt: string;
			revokedAt: string | null;
			revokedBy: string | null;
			/** @enum {string} */
			state: "coming" | "in-force" | "over" | "revoked";
		};
		Shape_8de16e78: {
			items: components["schemas"]["Shape_be4583c8"][];
			nextCursor: string | null;
		};
		Shape_f353f4b1: {
			/** Format: uuid */
			id: string;
			/** @enum {string} */
			role: "officer" | "supervisor" | "fund-manager" | "auditor" | "administrator";
			/**
			 * @example all
			 * @example 17.71.02
			 * @example KOP-1771011001
			 */
			scope: string;
			/** Format: date-time */
			grantedAt: string;
			grantedBy: string;
			revokedAt: string | null;
			revokedBy: string | null;
		};
		Shape_95a82cb5: {
			/** Format: uuid */
			id: string;
			name: string;
			/** @enum {string} */
			kind: "person" | "service";
			isActive: boolean;
			hasPassword: boolean;
			hasSecondFactor: boolean;
			email: string | null;
			/** Format: date-time */
			createdAt: string;
			createdBy: string;
			grants: components["schemas"]["Shape_f353f4b1"][];
		};
		Shape_84be395f: {
			/** Format: uuid */
			id: string;
			label: string;
			isReadOnly: boolean;
			permissions: ("public" | "enrol" | "self" | "region:read" | "programme:read" | "programme:write" | "cooperative:read" | "cooperative:write" | "member:read" | "member:write" | "member:unmask" | "member:export" | "member:erase" | "pengurus:write" | "attachment:read" | "attachment:write" | "saving:read" | "saving:record" | "saving:reverse" | "saving:terms" | "surplus:read" | "surplus:rule" | "surplus:distribute" | "surplus:pay" | "surplus:reverse" | "allocation:read" | "allocation:write" | "allocation:end" | "allocation:import" | "allocation:import-approve" | "proposal:submit" | "proposal:decide" | "figures:state" | "reconciliation:read" | "reconciliation:prepare" | "reconciliation:sign" | "reconciliation:countersign" | "tranche:record" | "remittance:record" | "fund:reverse" | "fund:write-off" | "fund:claim" | "city:read" | "city:close" | "group:read" | "group:write" | "loan:read" | "loan:apply" | "loan:approve" | "loan:disburse" | "loan:repay" | "loan:reverse" | "loan:verify" | "loan:reschedule" | "loan:write-off" | "loan:assign" | "product:write" | "holiday:write" | "loan:classify" | "provision:choose" | "provision:book" | "detection:read" | "detection:run" | "collection:record" | "late-charge:waive" | "collateral:record" | "collateral:release-early" | "schedule:preview" | "ledger:read" | "ledger:post" | "ledger:reverse" | "account:write" | "period:close" | "period:reopen" | "assertion:write" | "bank:read" | "bank:account" | "bank:import" | "bank:match" | "bank:format" | "cash:count" | "cash:book" | "evidence:read" | "evidence:checkpoint" | "report:read" | "finding:read" | "finding:raise" | "finding:assign" | "finding:work" | "finding:close" | "finding:reopen" | "finding:postpone" | "finding:address" | "import:read" | "import:upload" | "import:approve" | "import:undo" | "export:take" | "webhook:write" | "chore:read" | "approval:read" | "approval:decide" | "approval:policy" | "delegation:give" | "user:manage" | "trail:read")[] | null;
			/** Format: date-time */
			createdAt: string;
			expiresAt: string | null;
			lastUsedAt: string | null;
			revokedAt: string | null;
		};
		Shape_b1bdd27c: {
			items: components["schemas"]["Shape_84be395f"][];
			nextCursor: string | null;
		};
		Shape_8af874ad: {
			label: string;
			/**
			 * Format: date-time
			 * @example 2026-04-05T17:00:00+07:00
			 */
			expiresAt?: string;
			isReadOnly?: boolean;
			permissions?: ("region:read" | "programme:read" | "programme:write" | "cooperative:read" | "cooperative:write" | "member:read" | "member:write" | "member:unmask" | "member:export" | "member:erase" | "pengurus:write" | "attachment:read" | "attachment:write" | "saving:read" | "saving:record" | "saving:reverse" | "saving:terms" | "surplus:read" | "surplus:rule" | "surplus:distribute" | "surplus:pay" | "surplus:reverse" | "allocation:read" | "allocation:write" | "allocation:end" | "allocation:import" | "allocation:import-approve" | "proposal:submit" | "proposal:decide" | "figures:state" | "reconciliation:read" | "reconciliation:prepare" | "reconciliation:sign" | "reconciliation:countersign" | "tranche:record" | "remittance:record" | "fund:reverse" | "fund:write-off" | "fund:claim" | "city:read" | "city:close" | "group:read" | "group:write" | "loan:read" | "loan:apply" | "loan:approve" | "loan:disburse" | "loan:repay" | "loan:reverse" | "loan:verify" | "loan:reschedule" | "loan:write-off" | "loan:assign" | "product:write" | "holiday:write" | "loan:classify" | "provision:choose" | "provision:book" | "detection:read" | "detection:run" | "collection:record" | "late-charge:waive" | "collateral:record" | "collateral:release-early" | "schedule:preview" | "ledger:read" | "ledger:post" | "ledger:reverse" | "account:write" | "period:close" | "period:reopen" | "assertion:write" | "bank:read" | "bank:account" | "bank:import" | "bank:match" | "bank:format" | "cash:count" | "cash:book" | "evidence:read" | "evidence:checkpoint" | "report:read" | "finding:read" | "finding:raise" | "finding:assign" | "finding:work" | "finding:close" | "finding:reopen" | "finding:postpone" | "finding:address" | "import:read" | "import:upload" | "import:approve" | "import:undo" | "export:take" | "webhook:write" | "chore:read" | "approval:read" | "approval:decide" | "approval:policy" | "delegation:give" | "user:manage" | "trail:read")[];
		};
		Shape_edaf139e: {
			/** Format: uuid */
			id: string;
			label: string;
			isReadOnly: boolean;
			permissions: ("public" | "enrol" | "self" | "region:read" | "programme:read" | "programme:write" | "cooperative:read" | "cooperative:write" | "member:read" | "member:write" | "member:unmask" | "member:export" | "member:erase" | "pengurus:write" | "attachment:read" | "attachment:write" | "saving:read" | "saving:record" | "saving:reverse" | "saving:terms" | "surplus:read" | "surplus:rule" | "surplus:distribute" | "surplus:pay" | "surplus:reverse" | "allocation:read" | "allocation:write" | "allocation:end" | "allocation:import" | "allocation:import-approve" | "proposal:submit" | "proposal:decide" | "figures:state" | "reconciliation:read" | "reconciliation:prepare" | "reconciliation:sign" | "reconciliation:countersign" | "tranche:record" | "remittance:record" | "fund:reverse" | "fund:write-off" | "fund:claim" | "city:read" | "city:close" | "group:read" | "group:write" | "loan:read" | "loan:apply" | "loan:approve" | "loan:disburse" | "loan:repay" | "loan:reverse" | "loan:verify" | "loan:reschedule" | "loan:write-off" | "loan:assign" | "product:write" | "holiday:write" | "loan:classify" | "provision:choose" | "provision:book" | "detection:read" | "detection:run" | "collection:record" | "late-charge:waive" | "collateral:record" | "collateral:release-early" | "schedule:preview" | "ledger:read" | "ledger:post" | "ledger:reverse" | "account:write" | "period:close" | "period:reopen" | "assertion:write" | "bank:read" | "bank:account" | "bank:import" | "bank:match" | "bank:format" | "cash:count" | "cash:book" | "evidence:read" | "evidence:checkpoint" | "report:read" | "finding:read" | "finding:raise" | "finding:assign" | "finding:work" | "finding:close" | "finding:reopen" | "finding:postpone" | "finding:address" | "import:read" | "import:upload" | "import:approve" | "import:undo" | "export:take" | "webhook:write" | "chore:read" | "approval:read" | "approval:decide" | "approval:policy" | "delegation:give" | "user:manage" | "trail:read")[] | null;
			/** Format: date-time */
			createdAt: string;
			expiresAt: string | null;
			lastUsedAt: string | null;
			revokedAt: string | null;
			token: string;
		};
		Shape_32d89f71: {
			name: string;
			subject: string;
			book: string | null;
			amount: string | null;
			effectiveOn: string | null;
			backdatedDays: number;
			lines: {
				account: string;
				/** @enum {string} */
				side: "debit" | "credit";
				/** @example 1250000.00 */
				amount: string;
			}[];
		};
		Shape_af3beb2a: {
			id: string;
			/** @enum {string} */
			status: "pending" | "approved" | "rejected" | "withdrawn";
			version: number;
			link: string;
			command: string;
			address: string;
			permission: string;
			book: string | null;
			maker: string;
			/** Format: date-time */
			madeAt: string;
			/** Format: date-time */
			expiresAt: string;
			isExpired: boolean;
			writes: components["schemas"]["Shape_32d89f71"][];
			decision: {
				by: string;
				/** Format: date-time */
				at: string;
				reason: string | null;
			} | null;
		};
		Shape_92d4811d: {
			id: string;
			/** @enum {string} */
			status: "pending" | "approved" | "rejected" | "withdrawn";
			version: number;
			link: string;
			command: string;
			address: string;
			permission: string;
			book: string | null;
			maker: string;
			/** Format: date-time */
			madeAt: string;
			/** Format: date-time */
			expiresAt: string;
			isExpired: boolean;
			writes: components["schemas"]["Shape_32d89f71"][];
			decision: {
				by: string;
				/** Format: date-time */
				at: string;
				reason: string | null;
			} | null;
			body: unknown;
		};
		Shape_447344db: {
			write: string;
			version: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			isNamed: boolean;
			amountAbove: string | null;
			backdatedOver: number | null;
			expiresAfterHours: number;
			legalBasis: string;
			/** @enum {string} */
			status: "in-force" | "provisional";
			setBy: string;
			/** Format: date-time */
			recordedAt: string;
		};
		Shape_0c9dff7a: {
			first: string;
			second: string;
			version: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			isKept: boolean;
			heldBy: string | null;
			legalBasis: string;
			/** @enum {string} */
			status: "in-force" | "provisional";
			setBy: string;
			/** Format: date-time */
			recordedAt: string;
		};
		Shape_d80bdd8e: {
			id: string;
			book: string;
			user: string;
			member: string;
			/** @enum {string} */
			relation: "self" | "spouse" | "parent" | "child" | "sibling" | "in-law" | "other-relative";
			recordedBy: string;
			/** Format: date-time */
			recordedAt: string;
			endedAt: string | null;
		};
		Shape_643ce108: {
			holder: string;
			write: string;
			version: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			amountMax: string | null;
			legalBasis: string;
			/** @enum {string} */
			status: "in-force" | "provisional";
			setBy: string;
			/** Format: date-time */
			recordedAt: string;
		};
		Shape_0e19ec01: {
			id: string;
			code: string;
			book: string;
			name: string;
			/** @enum {string} */
			form: "bmt" | "lkm";
			legalNumber: string;
			kelurahan: string;
		};
		Shape_f61da2b8: {
			pengurus: string;
			name: string;
			/** @enum {string} */
			office: "ketua" | "sekretaris" | "bendahara" | "pengawas" | "pengelola" | "karyawan";
			/** @enum {string} */
			relation: "self" | "spouse" | "parent" | "child" | "sibling" | "in-law" | "other-relative";
		};
		Shape_1bbf7918: {
			id: string;
			cooperative: string;
			number: number;
			nikMasked: string;
			name: string;
			/** @enum {string} */
			sex: "female" | "male";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			birthDate: string;
			kelurahan: string;
			address: string;
			phone: string | null;
			business: {
				description: string;
				/** @enum {string} */
				sector: "farming" | "fishery" | "trade" | "food" | "crafts" | "services" | "transport" | "other";
			} | null;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			joinedOn: string;
			leftOn: string | null;
			leftReason: string | null;
			isRelatedParty: boolean;
			relatedTo: components["schemas"]["Shape_f61da2b8"][];
		};
		Shape_8e6e885c: {
			items: components["schemas"]["Shape_1bbf7918"][];
			nextCursor: string | null;
		};
		Shape_c65df478: {
			members: {
				id: string;
				number: number;
				name: string;
			}[];
			isElsewhere: boolean;
		};
		Shape_8c1309d3: {
			id: string;
			cooperative: string;
			number: number;
			nikMasked: string;
			name: string;
			/** @enum {string} */
			sex: "female" | "male";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			birthDate: string;
			kelurahan: string;
			address: string;
			phone: string | null;
			business: {
				description: string;
				/** @enum {string} */
				sector: "farming" | "fishery" | "trade" | "food" | "crafts" | "services" | "transport" | "other";
			} | null;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			joinedOn: string;
			leftOn: string | null;
			leftReason: string | null;
			isRelatedParty: boolean;
			relatedTo: components["schemas"]["Shape_f61da2b8"][];
			samePhone: components["schemas"]["Shape_c65df478"];
		};
		Shape_dc8f235a: {
			id: string;
			member: string;
			/** @enum {string} */
			kind: "bank" | "e-wallet";
			bank: string;
			numberMasked: string;
			holder: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			since: string;
			until: string | null;
			recordedBy: string;
		};
		Shape_a36272f1: {
			id: string;
			cooperative: string;
			name: string;
			nikMasked: string;
			/** @enum {string} */
			office: "ketua" | "sekretaris" | "bendahara" | "pengawas" | "pengelola" | "karyawan";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			since: string;
			until: string | null;
			recordedBy: string;
		};
		Shape_5faac659: {
			id: string;
			member: string;
			pengurus: string;
			/** @enum {string} */
			relation: "spouse" | "parent" | "child" | "sibling" | "in-law" | "other-relative";
			until: string | null;
			recordedBy: string;
		};
		Shape_17fcb989: {
			id: string;
			/** @enum {string} */
			ownerKind: "member" | "loan" | "fund-claim" | "allocation";
			owner: string;
			name: string;
			/** @enum {string} */
			mediaType: "application/pdf" | "image/jpeg" | "image/png";
			bytes: number;
			sha256: string;
			/** Format: date-time */
			uploadedAt: string;
			uploadedBy: string;
		};
		Shape_5ee1eab1: {
			items: components["schemas"]["Shape_17fcb989"][];
			nextCursor: string | null;
		};
		Shape_5972ec30: {
			id: string;
			cooperative: string;
			member: string;
			/** @enum {string} */
			product: "pokok" | "wajib" | "wadiah" | "mudharabah";
			/** @enum {string} */
			kind: "deposit" | "withdrawal";
			/** @example SS-12 */
			slip: string | null;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			/** @enum {string} */
			method: "cash" | "bank" | "surplus";
			/** @example 1250000.00 */
			amount: string;
			entry: number;
			reverses: string | null;
			isReversed: boolean;
			isLeaving: boolean;
			recordedBy: string;
		};
		Shape_bc81f533: {
			/** @example 0190b1c0-0000-7000-8000-000000000000 */
			member: string;
			/** @enum {string} */
			product: "pokok" | "wajib" | "wadiah" | "mudharabah";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			/** @example 1250000.00 */
			amount: string;
			/** @enum {string} */
			method: "cash" | "bank";
		};
		Shape_532d1921: {
			cooperative: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			/** @example 1250000.00 */
			amount: string;
			legalBasis: string;
			recordedBy: string;
		};
		Shape_fad18291: {
			/** @enum {string} */
			kind: "general-reserve" | "risk-reserve" | "member-savings" | "member-business" | "education" | "social" | "management" | "employees" | "area-development" | "other";
			name: string;
			/** @example 12.5 */
			percent: string;
			account: string;
		};
		Shape_3f8a7c44: {
			version: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			/** @enum {string} */
			basis: "statutes" | "member-meeting";
			document: string;
			savingProducts: ("pokok" | "wajib" | "wadiah" | "mudharabah")[];
			parts: components["schemas"]["Shape_fad18291"][];
			recordedBy: string;
			/** Format: date-time */
			recordedAt: string;
		};
		Shape_b29b9591: {
			/** @enum {string} */
			kind: "general-reserve" | "risk-reserve" | "member-savings" | "member-business" | "education" | "social" | "management" | "employees" | "area-development" | "other";
			name: string;
			/** @example 12.5 */
			percent: string;
			account: string;
			/** @example 1250000.00 */
			share: string;
			/** @example 1250000.00 */
			amount: string;
			base: string | null;
		};
		Shape_adf4af3b: {
			id: string;
			year: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			decidedOn: string;
			document: string;
			ruleVersion: number;
			/** @example 1250000.00 */
			surplus: string;
			parts: components["schemas"]["Shape_b29b9591"][];
			notShared: ("general-reserve" | "risk-reserve" | "member-savings" | "member-business" | "education" | "social" | "management" | "employees" | "area-development" | "other")[];
			closingEntry: number;
			firstEntry: number;
			lastEntry: number;
			recordedBy: string;
			reversal: {
				entry: number;
				/**
				 * Format: date
				 * @example 2026-03-31
				 */
				effectiveOn: string;
			} | null;
		};
		Shape_2ebd8088: {
			id: string;
			distribution: string;
			member: string;
			/** @example SH-12 */
			slip: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			paidOn: string;
			/** @enum {string} */
			way: "cash" | "bank" | "savings";
			/** @example 1250000.00 */
			amount: string;
			entry: number;
			saving: string | null;
			recordedBy: string;
			isReversed: boolean;
		};
		Shape_34bc7086: {
			code: string;
			/** @enum {string} */
			kind: "city" | "cooperative";
			name: string;
			region: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			openedOn: string;
		};
		Shape_96290428: {
			id: string;
			code: string;
			name: string;
			cityBook: string;
			/** @example 1250000.00 */
			ceilingPerKelurahan: string;
			tenorMonths: number;
			graceMonths: number;
			remittanceDays: number;
			tranchesMax?: number;
			overdueDaysMax?: number;
			cityShare: string;
			legalBasis: string;
			/** @enum {string} */
			status: "found" | "provisional";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
		};
		Shape_d7fb79b6: {
			id: string;
			programme: string;
			cooperative: string;
			book: string;
			kelurahan: string;
			agreementNumber: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			agreedOn: string;
			/** @example 1250000.00 */
			amount: string;
			tenorMonths: number;
			graceMonths: number;
			proposal?: string;
		};
		Shape_7705b912: {
			id: string;
			allocation: string;
			number: number;
			document: string;
			/** @example 1250000.00 */
			amount: string;
			entry: number;
			cityEntry: number;
			isReversed: boolean;
			budgetYear: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			receivedOn: string;
		};
		Shape_69b08e9e: {
			id: string;
			allocation: string;
			number: number;
			document: string;
			/** @example 1250000.00 */
			amount: string;
			entry: number;
			cityEntry: number;
			isReversed: boolean;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			remittedOn: string;
		};
		Shape_a426a64e: {
			id: string;
			allocation: string;
			number: number;
			document: string;
			/** @example 1250000.00 */
			amount: string;
			entry: number;
			cityEntry: number;
			isReversed: boolean;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			returnedOn: string;
		};
		Shape_b782aa46: {
			/** @enum {string} */
			kind: "withdrawn" | "ended";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			endedOn: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			dueOn: string;
			reason: string;
			document: string;
			endedBy: string;
		};
		Shape_59930147: {
			id: string;
			programme: string;
			cooperative: string;
			kelurahan: string;
			/** @example 1250000.00 */
			amount: string;
			purpose: string;
			document: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			proposedOn: string;
			proposedBy: string;
			/** @enum {string} */
			status: "open" | "approved" | "rejected";
			/** @example 1250000.00 */
			granted?: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			decidedOn?: string;
			decidedBy?: string;
			reason?: string;
		};
		Shape_e3fe004b: {
			id: string;
			cooperative: string;
			number: number;
			member: string;
			allocation: string;
			product: {
				code: string;
				version: number;
			} | null;
			/** @enum {string} */
			akad: "qardh" | "murabahah" | "mudharabah" | "musyarakah" | "ijarah" | "jasa";
			purpose: string;
			/** @example 1250000.00 */
			principal: string;
			approved: string | null;
			/** @example 1250000.00 */
			disbursed: string;
			/** @example 1250000.00 */
			leftToDisburse: string;
			/** @example 1250000.00 */
			margin: string;
			nisbah: string | null;
			instalments: number;
			period: {
				/** @enum {string} */
				unit: "day" | "week" | "month" | "season";
				every: number;
			};
			firstDueOn: string | null;
			/** @enum {string} */
			status: "applied" | "verified" | "approved" | "rejected" | "withdrawn" | "disbursed" | "settled" | "written-off" | "reversed";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			appliedOn: string;
			appliedBy: string;
			decidedOn: string | null;
			decidedBy: string | null;
			decisionReason: string | null;
			disbursedOn: string | null;
			disbursedBy: string | null;
			disbursementEntry: number | null;
			downPayment: string | null;
			scheduleRule: string | null;
			officer: string | null;
		};
		Shape_8ae1d0a4: {
			number: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			dueOn: string;
			/** @example 1250000.00 */
			principal: string;
			/** @example 1250000.00 */
			margin: string;
			/** @example 1250000.00 */
			total: string;
			/** @example 1250000.00 */
			owedAfter: string;
		};
		Shape_a3c084d5: {
			/** @example 1250000.00 */
			principal: string;
			/** @example 1250000.00 */
			margin: string;
			/** @example 1250000.00 */
			total: string;
		};
		Shape_17dc2f2f: {
			/** @example 1250000.00 */
			advance: string;
			/** @example 1250000.00 */
			goods: string;
			/** @example 1250000.00 */
			downPayment: string;
			/** @example 1250000.00 */
			claim: string;
		};
		Shape_37ecb59d: {
			id: string;
			loan: string;
			receiptNumber: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			paidOn: string;
			/** @enum {string} */
			method: "cash" | "bank" | "payroll" | "deposit";
			employer: string | null;
			/** @example 1250000.00 */
			amount: string;
			/** @example 1250000.00 */
			principal: string;
			/** @example 1250000.00 */
			margin: string;
			entry: number;
			receivedBy: string;
			isReversed: boolean;
		};
		Shape_aa4c0830: {
			name: string;
			/** @enum {string} */
			kind: "fixed" | "percent";
			amount: string | null;
			rate: string | null;
		};
		Shape_ac0dfcdb: {
			code: string;
			version: number;
			name: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			/** @enum {string} */
			akad: "qardh" | "murabahah" | "mudharabah" | "musyarakah" | "ijarah" | "jasa";
			/** @enum {string} */
			method: "level" | "flat" | "equal-principal" | "annuity" | "bullet";
			/** @example 1250000.00 */
			principalMin: string;
			/** @example 1250000.00 */
			principalMax: string;
			instalmentsMin: number;
			instalmentsMax: number;
			period: {
				/** @enum {string} */
				unit: "day" | "week" | "month" | "season";
				every: number;
			};
			yearlyRate: string | null;
			/** @enum {string} */
			dayCount: "rate/12" | "actual/365" | "actual/364" | "actual/360";
			/** @enum {string} */
			rounding: "half-even" | "half-up" | "up" | "down";
			instalmentMultiple: string | null;
			principalGraceInstalments: number;
			marginDeferredInstalments: number;
			cutOffDay: number | null;
			/** @enum {string} */
			workingDayShift: "none" | "next" | "previous" | "next-in-month" | "next-due-date";
			restDays: number[];
			waterfall: {
				/** @enum {string} */
				phases: "arrears-first" | "due-first";
				/** @enum {string} */
				parts: "margin-first" | "principal-first";
				/** @enum {string} */
				direction: "horizontal" | "vertical";
			};
			fees: components["schemas"]["Shape_aa4c0830"][];
			lateFine: {
				/** @example 1250000.00 */
				amount: string;
				/** @enum {string} */
				to: "benevolence" | "income";
			} | null;
			tranchesMax: number;
			purchase: ("direct" | "wakalah") | null;
			downPaymentMinRate: string | null;
			downPaymentMin: string | null;
			legalBasis: string;
			createdBy: string;
		};
		Shape_d60bd6ff: {
			id: string;
			receiptNumber: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			paidOn: string;
			/** @enum {string} */
			method: "cash" | "bank";
			/** @example 1250000.00 */
			amount: string;
			entry: number;
			receivedBy: string;
			isReversed: boolean;
		};
		Shape_34500ae4: {
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			paidOn: string;
			/** @example 1250000.00 */
			amount: string;
			/** @enum {string} */
			method: "cash" | "bank";
		};
		Shape_85f03b79: {
			loan: string;
			entry: number;
			document: string;
			beforeSale: components["schemas"]["Shape_17dc2f2f"];
		};
		Shape_0c357509: {
			document: string;
			description: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			spentOn: string;
			/** @example 1250000.00 */
			amount: string;
		};
		Shape_79a097fa: {
			id: string;
			cooperative: string;
			number: number;
			name: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			formedOn: string;
			meetingDay: number | null;
			meetingPlace: string | null;
			dissolvedOn: string | null;
			formedBy: string;
		};
		Shape_a464544a: {
			member: string;
			number: number;
			name: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			joinedOn: string;
			office: ("ketua" | "sekretaris" | "bendahara") | null;
			leftOn: string | null;
			leftReason: string | null;
		};
		Shape_c4083598: {
			application: string;
			weight: number;
			loan: components["schemas"]["Shape_e3fe004b"];
		};
		Shape_c07c20f4: {
			items: components["schemas"]["Shape_c4083598"][];
		};
		Shape_9f3a1d4a: {
			loan: string;
			loanNumber: number;
			member: string;
			memberNumber: number;
			name: string;
			/** @example 1250000.00 */
			due: string;
			/** @example 1250000.00 */
			overdue: string;
			/** @example 1250000.00 */
			total: string;
			daysPastDue: number;
			/** @example 1250000.00 */
			outstanding: string;
		};
		Shape_ed5ce6a8: {
			/** @example 1250000.00 */
			due: string;
			/** @example 1250000.00 */
			overdue: string;
			/** @example 1250000.00 */
			total: string;
		};
		Shape_c66bb18e: {
			cooperative: string;
			group: string | null;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			on: string;
			rows: components["schemas"]["Shape_9f3a1d4a"][];
			totals: components["schemas"]["Shape_ed5ce6a8"];
		};
		Shape_8f849131: {
			index: number;
			/** @constant */
			status: "refused";
			code: string;
			findings: {
				code: string;
				path: string;
				message: string;
			}[];
		};
		Shape_6a5cab6a: {
			id: string;
			member: string;
			/** @enum {string} */
			kind: "deposit" | "withdrawal" | "payment";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			/** @example 1250000.00 */
			amount: string;
			document: string;
			entry: number;
			reverses: string | null;
			recordedBy: string;
		};
		Shape_b12be027: {
			id: string;
			/** @enum {string} */
			kind: "repaid" | "taken-back";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			/** @example 1250000.00 */
			amount: string;
			document: string;
			entry: number;
			reverses: string | null;
			recordedBy: string;
		};
		Shape_0893ec1d: {
			number: number;
			member: string;
			name: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			guaranteedOn: string;
			document: string;
			recordedBy: string;
			releasedOn: string | null;
			releaseReason: string | null;
			releasedBy: string | null;
		};
		Shape_7d0dfd3e: {
			document: string;
			description: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			spentOn: string;
			/** @example 1250000.00 */
			amount: string;
		};
		Shape_c77f5deb: {
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			paidOn: string;
			/** @enum {string} */
			method: "cash" | "bank";
			receiptNumber: number;
			entry: number;
			receivedBy: string;
		};
		Shape_1e59d0de: {
			number: number;
			/** @enum {string} */
			kind: "tazir" | "tawidh";
			/** @enum {string} */
			state: "open" | "paid" | "waived";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			chargedOn: string;
			chargedBy: string;
			/** @example 1250000.00 */
			amount: string;
			instalment: {
				version: number;
				number: number;
			} | null;
			statement: string;
			costs: components["schemas"]["Shape_7d0dfd3e"][];
			payment: components["schemas"]["Shape_c77f5deb"] | null;
			waiver: {
				/**
				 * Format: date
				 * @example 2026-03-31
				 */
				waivedOn: string;
				reason: string;
				waivedBy: string;
			} | null;
		};
		Shape_8dbaaaec: {
			items: components["schemas"]["Shape_1e59d0de"][];
		};
		Shape_daf0052b: {
			number: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			promisedOn: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			payOn: string;
			/** @example 1250000.00 */
			amount: string;
			/** @example 1250000.00 */
			paid: string;
			/** @enum {string} */
			state: "open" | "kept" | "broken";
			promisedBy: string;
			note: string | null;
			recordedBy: string;
		};
		Shape_5879f5f6: {
			number: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			visitedOn: string;
			visitor: string;
			/** @enum {string} */
			met: "member" | "family" | "neighbour" | "nobody";
			found: string;
			recordedBy: string;
		};
		Shape_356935db: {
			number: number;
			level: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			issuedOn: string;
			daysPastDue: number;
			/** @example 1250000.00 */
			overdue: string;
			delivery: string;
			recordedBy: string;
		};
		Shape_0ac9a28d: {
			number: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			appraisedOn: string;
			/** @example 1250000.00 */
			value: string;
			appraiser: string;
			recordedBy: string;
		};
		Shape_68809f64: {
			loan: string;
			number: number;
			/** @enum {string} */
			kind: "land" | "vehicle" | "gold" | "goods" | "deposit" | "other";
			description: string;
			owner: string;
			document: string;
			place: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			takenOn: string;
			takenBy: string;
			value: string | null;
			appraisals: components["schemas"]["Shape_0ac9a28d"][];
			release: {
				/**
				 * Format: date
				 * @example 2026-03-31
				 */
				releasedOn: string;
				handedTo: string;
				earlyReason: string | null;
				releasedBy: string;
			} | null;
		};
		Shape_1c3474a1: {
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			appraisedOn: string;
			/** @example 1250000.00 */
			value: string;
			appraiser: string;
		};
		Shape_1501abc1: {
			id: string;
			cooperative: string;
			employer: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			receivedOn: string;
			/** @enum {string} */
			method: "cash" | "bank";
			/** @example 1250000.00 */
			amount: string;
			document: string;
			repayments: string[];
			entry: number;
			recordedBy: string;
			isReversed: boolean;
		};
		Shape_34572f89: {
			loan: string;
			policy: string;
			number: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			class: string | null;
			reason: string;
			recordedBy: string;
			/** Format: date-time */
			recordedAt: string;
		};
		Shape_fe48f876: {
			policy: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			reason: string;
			decidedBy: string;
			/** Format: date-time */
			decidedAt: string;
		};
		Shape_75b6ad13: {
			number: number;
			document: string;
			month: string;
			policy: string;
			version: number;
			/** @example 1250000.00 */
			bookedBefore: string;
			/** @example 1250000.00 */
			required: string;
			/** @example 1250000.00 */
			difference: string;
			entry: number;
			bookedBy: string;
		};
		Shape_a42863a2: {
			/** @enum {string} */
			kind: "entry" | "loan" | "member" | "attachment" | "document" | "user";
			number?: number;
			book?: string;
			loan?: string;
			member?: string;
			attachment?: string;
			document?: string;
			user?: string;
		};
		Shape_c9414684: {
			id: string;
			book: string;
			bookName: string;
			number: number;
			source: string;
			subject: string;
			/** @enum {string} */
			severity: "low" | "medium" | "high" | "critical";
			sentence: {
				id: string;
				en: string;
			};
			evidence: components["schemas"]["Shape_a42863a2"][];
			/** Format: date-time */
			raisedAt: string;
			raisedBy: string;
			follows: number | null;
			/** @enum {string} */
			state: "open" | "closing-proposed" | "closed";
			/** @enum {string} */
			level: "cooperative" | "dinas" | "inspektorat" | "wali-kota";
			owner: string | null;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			dueOn: string;
			isOverdue: boolean;
		};
		Shape_4b2830e6: {
			place: string;
			/** @enum {string} */
			level: "cooperative" | "dinas" | "inspektorat" | "wali-kota";
			address: string;
			/** Format: date-time */
			effectiveAt: string;
			setBy: string;
		};
		Shape_94eccf57: {
			/** @enum {string} */
			answeredBy: "primary" | "replica";
			lagSeconds: number | null;
			replayedUpTo: string | null;
			because: ("away" | "behind" | "cancelled" | "other-history" | "rights") | null;
		};
		Shape_4afe113a: {
			allocation: string;
			/** @enum {string} */
			item: "owed" | "share" | "held" | "cash" | "outstanding";
			agreementNumber: string;
			/** @example 1250000.00 */
			city?: string;
			/** @example 1250000.00 */
			book?: string;
			/** @example 1250000.00 */
			stated?: string;
		};
		Shape_89ff7940: {
			allocation: string;
			/** @enum {string} */
			item: "owed" | "share" | "held" | "cash" | "outstanding";
			/** @enum {string} */
			against: "city-book" | "city-stated" | "stated-book";
			/** @example 1250000.00 */
			amount: string;
			/** @example 1250000.00 */
			explained: string;
			/** @example 1250000.00 */
			open: string;
		};
		Shape_0693024a: {
			allocation: string;
			/** @enum {string} */
			item: "owed" | "share" | "held" | "cash" | "outstanding";
			/** @enum {string} */
			against: "city-book" | "city-stated" | "stated-book";
			/** @example 1250000.00 */
			amount: string;
			reason: string;
			document: string;
			explainedBy: string;
		};
		Shape_b7cc5866: {
			id: string;
			book: string;
			month: string;
			number: number;
			/** @enum {string} */
			booksKept: "here" | "elsewhere";
			preparedBy: string;
			/** Format: date-time */
			preparedAt: string;
			lines: components["schemas"]["Shape_4afe113a"][];
			differences: components["schemas"]["Shape_89ff7940"][];
			explanations: components["schemas"]["Shape_0693024a"][];
			signatures: {
				/** @enum {string} */
				side: "cooperative" | "city";
				signedBy: string;
				/** Format: date-time */
				signedAt: string;
			}[];
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			asOf: string;
		};
		Shape_6709382d: {
			number: number;
			allocation: string;
			/** @example 1250000.00 */
			bookedBefore: string;
			/** @example 1250000.00 */
			required: string;
			entry: number;
			bookedBy: string;
			/** Format: date-time */
			recordedAt: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			balanceDate: string;
			mirrorEntry: number;
		};
		Shape_e8797ea5: {
			items: components["schemas"]["Shape_6709382d"][];
			nextCursor: string | null;
		};
		Shape_56b22b84: {
			number: number;
			allocation: string;
			/** @example 1250000.00 */
			bookedBefore: string;
			/** @example 1250000.00 */
			required: string;
			entry: number;
			bookedBy: string;
			/** Format: date-time */
			recordedAt: string;
			month: string;
			policy: string;
			version: number;
			class: string;
			monthsPastDue: number;
			/** @example 1250000.00 */
			base: string;
		};
		Shape_55ef1374: {
			items: components["schemas"]["Shape_56b22b84"][];
			nextCursor: string | null;
		};
		Shape_b3348378: {
			/** @enum {string} */
			outcome: "confirmed" | "rejected";
			reason: string;
			decidedBy: string;
			/** Format: date-time */
			recordedAt: string;
			cityEntry: number | null;
			entry: number | null;
			isReversed: boolean;
		};
		Shape_38a60a22: {
			id: string;
			number: number;
			city: string;
			cooperative: string;
			allocation: string;
			/** @enum {string} */
			step: "conditional" | "absolute";
			/** @example 1250000.00 */
			amount: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			decree: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			decreeOn: string;
			councilDocument: string | null;
			reason: string;
			proposedBy: string;
			/** Format: date-time */
			recordedAt: string;
			decision: components["schemas"]["Shape_b3348378"] | null;
		};
		Shape_2490dbc0: {
			number: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			dueOn: string;
			/** @example 1250000.00 */
			amount: string;
			/** @example 1250000.00 */
			paid: string;
			/** @example 1250000.00 */
			unpaid: string;
			isOverdue: boolean;
		};
		Shape_6611777e: {
			sequence: number;
			/** @enum {string} */
			kind: "dropped" | "stated" | "paid" | "payment-reversed" | "prosecuted" | "cancelled";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			occurredOn: string;
			actor: string;
			document: string;
			reason: string;
			basis: ("sktjm" | "decree") | null;
			amount: string | null;
			receipt: number | null;
			ofSequence: number | null;
			cityEntry: number | null;
			entry: number | null;
			/** Format: date-time */
			recordedAt: string;
		};
		Shape_0033c2ce: {
			id: string;
			number: number;
			city: string;
			cooperative: string;
			allocation: string;
			pengurus: string;
			/** @enum {string} */
			state: "reported" | "dropped" | "stated" | "settled" | "prosecuted" | "cancelled";
			/** @enum {string} */
			shortage: "cash" | "bank";
			/** @example 1250000.00 */
			amount: string;
			/** @example 1250000.00 */
			paid: string;
			/** @example 1250000.00 */
			left: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			foundOn: string;
			foundBy: string;
			description: string;
			reportedBy: string;
			/** Format: date-time */
			recordedAt: string;
			instalments: components["schemas"]["Shape_2490dbc0"][];
			events: components["schemas"]["Shape_6611777e"][];
		};
		Shape_15637da6: {
			entry: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			/** Format: date-time */
			recordedAt: string;
		};
		Shape_312f519d: {
			code: string;
			version: number;
			name: string;
			/** @enum {string} */
			kind: "csv" | "mt940" | "camt.053";
			layout: unknown;
			/** @enum {string} */
			status: "found" | "provisional";
			source: string;
			recordedBy: string;
		};
		Shape_8cc2e6c9: {
			version: number;
			rules: {
				kind: string;
				withinDays: number;
			}[];
			/** @enum {string} */
			status: "found" | "provisional";
			source: string;
			recordedBy: string;
		};
		Shape_2afe7f20: {
			id: string;
			book: string;
			account: string;
			bank: string;
			accountNumber: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			openedOn: string;
			recordedBy: string;
		};
		Shape_c36a42b7: {
			row: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			bookedOn: string;
			/** @example 1250000.00 */
			amount: string;
			reference: string;
			description: string;
			days: number;
		};
		Shape_692276f7: {
			entry: number;
			line: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			/** @example 1250000.00 */
			amount: string;
			document: string;
			reason: string;
			days: number;
		};
		Shape_3c4af010: {
			statement: number;
			/** @example 1250000.00 */
			closing: string;
			/** @example 1250000.00 */
			opening: string;
			/** @example 1250000.00 */
			difference: string;
		};
		Shape_6bf4b837: {
			id: string;
			bankAccount: string;
			rows: string[];
			lines: {
				entry: number;
				line: number;
			}[];
			rule: {
				kind: string;
				version: number;
			} | null;
			note: string | null;
			/** Format: date-time */
			matchedAt: string;
			matchedBy: string;
			undone: {
				/** Format: date-time */
				at: string;
				by: string;
				reason: string;
			} | null;
		};
		Shape_996ad7b9: {
			id: string;
			book: string;
			/** @example KAS-12 */
			document: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			countedOn: string;
			pieces: {
				/** @example 1250000.00 */
				value: string;
				/** @enum {string} */
				kind: "note" | "coin";
				pieces: number;
			}[];
			/** @example 1250000.00 */
			total: string;
			/** @example 1250000.00 */
			ledgerAmount: string;
			/** @example 1250000.00 */
			difference: string;
			/** Format: date-time */
			countedAt: string;
			countedBy: string;
			/** @enum {string} */
			state: "counted" | "witnessed" | "booked" | "withdrawn";
			witness: {
				by: string;
				/** Format: date-time */
				at: string;
				assertion: number;
			} | null;
			booking: {
				by: string;
				/** Format: date-time */
				at: string;
				entry: number;
				/** @example 1250000.00 */
				difference: string;
			} | null;
		};
		Shape_c546a5bf: {
			/** @example 1250000.00 */
			debit: string;
			/** @example 1250000.00 */
			credit: string;
			/** @example 1250000.00 */
			loansPrincipal: string;
		};
		Shape_806a0d7e: {
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			cutOffOn: string;
			document: string;
			controls: components["schemas"]["Shape_c546a5bf"];
		};
		Shape_a52823b4: {
			account: string;
			/** @example 1250000.00 */
			debit: string;
			/** @example 1250000.00 */
			credit: string;
		};
		Shape_28174f91: {
			kind: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			lines: {
				account: string;
				/** @enum {string} */
				side: "debit" | "credit";
				/** @example 1250000.00 */
				amount: string;
			}[];
		};
		Shape_a2c33ab7: {
			rows: {
				new: number;
				known: number;
			};
			entries: number;
			kinds: {
				kind: string;
				entries: number;
				/** @example 1250000.00 */
				amount: string;
			}[];
			accounts: components["schemas"]["Shape_a52823b4"][];
			first: components["schemas"]["Shape_28174f91"][];
		};
		Shape_0e75354f: {
			/** @example 1250000.00 */
			debit: string;
			/** @example 1250000.00 */
			credit: string;
			/** @example 1250000.00 */
			loansPrincipal: string;
		};
		Shape_a106ff4d: {
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			cutOffOn: string;
			document: string;
			controls: components["schemas"]["Shape_0e75354f"];
		};
		Shape_48c95e9a: {
			by: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			reason: string;
			document: string;
			undoneAt: string | null;
		};
		Shape_5b915943: {
			id: string;
			book: string;
			/** @enum {string} */
			kind: "members" | "opening-balances" | "loans" | "savings" | "groups" | "collections" | "allocations";
			/** @enum {string} */
			status: "waiting" | "checking" | "faulty" | "ready" | "rejected" | "approved" | "stopped" | "posted" | "undoing" | "undone";
			name: string;
			bytes: number;
			sha256: string;
			/** Format: date-time */
			uploadedAt: string;
			uploadedBy: string;
			rows: number;
			rowsKnown: number;
			rowsPosted: number;
			findings: number;
			progress: number;
			preview: components["schemas"]["Shape_a2c33ab7"] | null;
			previewDigest: string | null;
			opening: components["schemas"]["Shape_a106ff4d"] | null;
			decidedBy: string | null;
			decidedAt: string | null;
			reason: string | null;
			stoppedAt: {
				sheet: string;
				row: number;
				code: string;
				message: string;
			} | null;
			postedAt: string | null;
			undo: components["schemas"]["Shape_48c95e9a"] | null;
			forgottenAt: string | null;
		};
		Shape_3976fe1c: {
			items: components["schemas"]["Shape_5b915943"][];
			nextCursor: string | null;
		};
		Shape_f8ea3d85: {
			items: {
				code: string;
				sheet: string;
				row: number;
				column: string;
				value: string;
				message: string;
			}[];
			nextCursor: string | null;
		};
		Shape_fa5aad97: {
			code: string;
			nameId: string;
			nameEn: string;
			class: string;
			/** @enum {string} */
			normalSide: "debit" | "credit";
			floor: string;
			isControlled: boolean;
		};
		Shape_53fd3165: {
			account: string;
			/** @enum {string} */
			side: "debit" | "credit";
			/** @example 1250000.00 */
			amount: string;
			fund: string | null;
			loan: string | null;
			member: string | null;
			counterparty: string | null;
		};
		Shape_df10f2d3: {
			book: string;
			number: number;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveOn: string;
			/** Format: date-time */
			recordedAt: string;
			actor: string;
			kind: string;
			reason: string;
			document: string;
			papers: string[];
			reverses: number | null;
			occurredOn: string | null;
			previousHash: string;
			hash: string;
			lines: components["schemas"]["Shape_53fd3165"][];
		};
		Shape_c6f4b8d3: {
			/** @example 1.1.01 */
			account: string;
			/** @enum {string} */
			side: "debit" | "credit";
			/** @example 1250000.00 */
			amount: string;
			/** @example 0190b1c0-0000-7000-8000-000000000000 */
			fund?: string;
			/** @example 0190b1c0-0000-7000-8000-000000000000 */
			loan?: string;
			/** @example 0190b1c0-0000-7000-8000-000000000000 */
			member?: string;
			counterparty?: string;
		};
		Shape_a40e5167: {
			month: string;
			sequence: number;
			requestedBy: string;
			/** Format: date-time */
			requestedAt: string;
			confirmedBy: string | null;
			confirmedAt: string | null;
			reopenedBy: string | null;
			reopenedAt: string | null;
			reopenReason: string | null;
			isClosed: boolean;
		};
		Shape_3aea2025: {
			book: string;
			number: number;
			account: string;
			fund: string | null;
			member: string | null;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			assertedOn: string;
			/** @example 1250000.00 */
			amount: string;
			/** @enum {string} */
			source: "cash-count" | "bank-statement" | "passbook" | "confirmation";
			document: string;
			note: string | null;
			assertedBy: string;
			countedWith: string | null;
			/** Format: date-time */
			recordedAt: string;
			/** @enum {string} */
			policy: "refuse" | "flag";
			knownToEntry: number;
			/** @example 1250000.00 */
			ledgerAmount: string;
			/** @example 1250000.00 */
			difference: string;
			now: {
				/** @example 1250000.00 */
				ledgerAmount: string;
				/** @example 1250000.00 */
				difference: string;
			} | null;
			/** @enum {string} */
			state: "holds" | "differs" | "broken" | "withdrawn";
			brokenBy: number[];
			withdrawal: {
				by: string;
				/** Format: date-time */
				at: string;
				reason: string;
			} | null;
		};
		Shape_7e2cda9b: {
			account: string;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			everyDays: number | null;
			/** @enum {string} */
			policy: "refuse" | "flag";
			setBy: string;
			/** Format: date-time */
			setAt: string;
			reason: string;
		};
		Shape_1a39115b: {
			sequence: number;
			/** Format: date-time */
			takenAt: string;
			logSize: number;
			logRoot: string;
			keyId: string;
			canonical: string;
			signature: string;
		};
		Shape_a8d54bf4: {
			index: number;
			size: number;
			path: string[];
			root: string;
		};
		Shape_84237a6b: {
			number: number;
			keyId: string;
			publicKey: string;
			certifiedBy: string;
			/** Format: date-time */
			madeAt: string;
			canonical: string;
			signature: string;
		};
		Shape_044f775b: {
			/** @enum {string} */
			chore: "months-sealed" | "classes" | "provisions" | "detectors" | "verification" | "checkpoints" | "findings-escalated" | "reports-expired" | "imports-forgotten";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			day: string;
			/** @enum {string} */
			state: "running" | "done" | "failed";
			turns: number;
			/** Format: date-time */
			startedAt: string;
			endedAt: string | null;
			place: string | null;
			outcome: {
				[key: string]: unknown;
			} | null;
			fault: string | null;
		};
		Shape_53568d08: {
			id: string;
			address: string;
			events: ("entry.posted" | "period.closed" | "finding.raised" | "checkpoint.taken")[];
			/** Format: date-time */
			createdAt: string;
			disabledAt: string | null;
			previousSecretUntil: string | null;
		};
		Shape_9d1598c0: {
			id: string;
			address: string;
			events: ("entry.posted" | "period.closed" | "finding.raised" | "checkpoint.taken")[];
			/** Format: date-time */
			createdAt: string;
			disabledAt: string | null;
			previousSecretUntil: string | null;
			secret: string;
		};
		Shape_843e15db: {
			event: number;
			/** @enum {string} */
			type: "entry.posted" | "period.closed" | "finding.raised" | "checkpoint.taken";
			book: string | null;
			/** Format: date-time */
			occurredAt: string;
			/** @enum {string} */
			state: "waiting" | "delivered" | "dead";
			attempts: number;
			nextAttemptAt: string | null;
			deliveredAt: string | null;
			lastFailure: string | null;
		};
		Shape_1d7c7917: {
			kind: string;
			code: string;
			version?: number;
			legalBasis: string;
			/** @enum {string} */
			status: "found" | "in-force" | "provisional";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
		};
		Shape_faebb300: {
			report: string;
			book: {
				code: string;
				name: string;
			} | null;
			region: {
				code: string;
				name: string;
			} | null;
			from: string | null;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			asOf: string;
			/** Format: date-time */
			knownAt: string;
			/** Format: date-time */
			generatedAt: string;
			askedBy: string;
			replica?: components["schemas"]["Shape_94eccf57"];
			policies: components["schemas"]["Shape_1d7c7917"][];
			checkpoint: {
				sequence: number;
				logRoot: string;
				/** Format: date-time */
				takenAt: string;
				address: string;
			} | null;
			digest: string;
			isEmpty: boolean;
			notes: {
				code: string;
				id: string;
				en: string;
			}[];
		};
		Shape_da0e821a: {
			/** @example 1250000.00 */
			ceiling: string;
			/** @example 1250000.00 */
			allocated: string;
			/** @example 1250000.00 */
			tranchesReceived: string;
			/** @example 1250000.00 */
			principalDueToCity: string;
			/** @example 1250000.00 */
			remitted: string;
			/** @example 1250000.00 */
			returned: string;
			/** @example 1250000.00 */
			overdueToCity: string;
			/** @example 1250000.00 */
			principalCollected: string;
			/** @example 1250000.00 */
			collectedNotRemitted: string;
			claims: string | null;
			/** @example 1250000.00 */
			cashAndBank: string;
			/** @example 1250000.00 */
			beforeSale: string;
			/** @example 1250000.00 */
			downPayments: string;
			/** @example 1250000.00 */
			outstandingPrincipal: string;
			/** @example 1250000.00 */
			disbursed: string;
			/** @example 1250000.00 */
			principalDueFromMembers: string;
			/** @example 1250000.00 */
			principalOverdue: string;
			/** @example 1250000.00 */
			atRisk1: string;
			/** @example 1250000.00 */
			atRisk30: string;
			/** @example 1250000.00 */
			atRisk60: string;
			/** @example 1250000.00 */
			atRisk90: string;
			/** @example 1250000.00 */
			restructured: string;
			/** @example 1250000.00 */
			atRisk30Restructured: string;
			/** @example 1250000.00 */
			writtenOffYear: string;
			/** @example 1250000.00 */
			recoveredYear: string;
		};
		Shape_8447a920: {
			turnover: string | null;
			idleShare: string | null;
			repaymentRate: string | null;
			arrearsRatio: string | null;
			par1: string | null;
			par30: string | null;
			par60: string | null;
			par90: string | null;
			par30Restructured: string | null;
			remittanceRate: string | null;
			womenShare: string | null;
			operatingSelfSufficiency: string | null;
		};
		Shape_9f978c1d: {
			position: number;
			code: string;
			nameId: string;
			nameEn: string;
			loans: number;
			/** @example 1250000.00 */
			principal: string;
			/** @example 1250000.00 */
			provision: string;
		};
		Shape_30e49b7e: {
			policy: string;
			version: number;
			isProvisional: boolean;
			classes: components["schemas"]["Shape_9f978c1d"][];
			/** @example 1250000.00 */
			provision: string;
			/** @example 1250000.00 */
			netRealisableValue: string;
			fundPreservation: string | null;
			preservedShare: string | null;
		};
		Shape_f8080463: {
			measure: string;
			value: string;
			/** @enum {string} */
			grade: "watch" | "serious";
			/** @enum {string} */
			side: "above" | "below";
			bound: string;
			source: string;
		};
		Shape_d227fc66: {
			/** @enum {string} */
			grade: "sound" | "watch" | "serious";
			reasons: components["schemas"]["Shape_f8080463"][];
		};
		Shape_935cd189: {
			region: string;
			name: string;
			/** @enum {string} */
			level: "village" | "district" | "regency" | "province" | "programme" | "whole";
			sums: components["schemas"]["Shape_da0e821a"];
			activeLoans: number;
			borrowers: number;
			womenBorrowers: number;
			notRemittedDays: number;
			operations: {
				/** @example 1250000.00 */
				income: string;
				/** @example 1250000.00 */
				expenses: string;
			} | null;
			ratios: components["schemas"]["Shape_8447a920"];
			valuations: components["schemas"]["Shape_30e49b7e"][];
			graded: components["schemas"]["Shape_d227fc66"] | null;
		};
		Shape_d717b514: {
			code: string;
			nameId: string;
			nameEn: string;
			atLeast: string;
			source: string;
			isProvisional: boolean;
		};
		Shape_eef83aba: {
			account: string;
			nameId: string;
			nameEn: string;
			/** @example 1250000.00 */
			amount: string;
			links: {
				[key: string]: string;
			};
		};
		Shape_e086ef53: {
			account: string;
			nameId: string;
			nameEn: string;
			/** @example 1250000.00 */
			opening: string;
			/** @example 1250000.00 */
			increase: string;
			/** @example 1250000.00 */
			decrease: string;
			/** @example 1250000.00 */
			closing: string;
			links: {
				[key: string]: string;
			};
		};
		Shape_ec379857: {
			/** @example 1250000.00 */
			opening: string;
			/** @example 1250000.00 */
			increase: string;
			/** @example 1250000.00 */
			decrease: string;
			/** @example 1250000.00 */
			closing: string;
		};
		Shape_ec52374b: {
			meta: components["schemas"]["Shape_faebb300"];
			rows: components["schemas"]["Shape_e086ef53"][];
			totals: components["schemas"]["Shape_ec379857"];
		};
		Shape_5a1217c8: {
			kind: string;
			code: string;
			version?: number;
			legalBasis: string;
			/** @enum {string} */
			status: "found" | "in-force" | "provisional";
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			effectiveFrom: string;
			name: string;
		};
		Shape_ac20668b: {
			report: string;
			book: {
				code: string;
				name: string;
			} | null;
			region: {
				code: string;
				name: string;
			} | null;
			from: string | null;
			/**
			 * Format: date
			 * @example 2026-03-31
			 */
			asOf: string;
			/** Format: date-time */
			knownAt: string;
			/** Format: date-time */
			generatedAt: string;
			askedBy: string;
			replica?: components["schemas"]["Shape_94eccf57"];
			policies: components["schemas"]["Shape_5a1217c8"][];
			checkpoint: {
				sequence: number;
				logRoot: string;
				/** Format: date-time */
				takenAt: string;
				address: string;
			} | null;
			digest: string;
			isProvisional: boolean;
			notice: string | null;
			rounding: string;
			isEmpty: boolean;
			notes: {
				code: string;
				id: string;
				en: string;
			}[];
		};
		Shape_e6a054a2: {
			/** @example 1250000.00 */
			owed: string;
			/** @example 1250000.00 */
			principal: string;
			/** @example 1250000.00 */
			owedDifference: string;
			/** @example 1250000.00 */
			principalDifference: string;
			isBalanced: boolean;
		};
		Shape_89ec198f: {
			id: string;
			name: string;
			query: {
				[key: string]: string;
			};
			/** @enum {string} */
			format: "json" | "csv" | "xlsx" | "pdf";
			/** @enum {string} */
			status: "waiting" | "running" | "done" | "failed" | "cancelled" | "expired";
			progress: number;
			/** Format: date-time */
			askedAt: string;
			/** Format: date-time */
			expiresAt: string;
			endedAt: string | null;
			failure: string | null;
			file: {
				href: string;
				name: string;
				mediaType: string;
				size: number;
				digest: string;
			} | null;
		};
	};
	responses: never;
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
	"get-v1-today": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						today: string;
						timeZone: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-sessions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1e9fca01"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-sessions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					name: string;
					/** Format: password */
					password: string;
					code?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_4f14e40a"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"delete-v1-sessions-current": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-sessions-id-revoke": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_742d8381"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-me": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** Format: uuid */
						id: string;
						name: string;
						actingFor: string | null;
						hasPassword: boolean;
						hasSecondFactor: boolean;
						isSecondFactorDue: boolean;
						recoveryCodesLeft: number;
						grants: {
							/** @enum {string} */
							role: "officer" | "supervisor" | "fund-manager" | "auditor" | "administrator";
							/**
							 * @example all
							 * @example 17.71.02
							 * @example KOP-1771011001
							 */
							scope: string;
						}[];
						permissions: {
							/** @enum {string} */
							permission: "public" | "enrol" | "self" | "region:read" | "programme:read" | "programme:write" | "cooperative:read" | "cooperative:write" | "member:read" | "member:write" | "member:unmask" | "member:export" | "member:erase" | "pengurus:write" | "attachment:read" | "attachment:write" | "saving:read" | "saving:record" | "saving:reverse" | "saving:terms" | "surplus:read" | "surplus:rule" | "surplus:distribute" | "surplus:pay" | "surplus:reverse" | "allocation:read" | "allocation:write" | "allocation:end" | "allocation:import" | "allocation:import-approve" | "proposal:submit" | "proposal:decide" | "figures:state" | "reconciliation:read" | "reconciliation:prepare" | "reconciliation:sign" | "reconciliation:countersign" | "tranche:record" | "remittance:record" | "fund:reverse" | "fund:write-off" | "fund:claim" | "city:read" | "city:close" | "group:read" | "group:write" | "loan:read" | "loan:apply" | "loan:approve" | "loan:disburse" | "loan:repay" | "loan:reverse" | "loan:verify" | "loan:reschedule" | "loan:write-off" | "loan:assign" | "product:write" | "holiday:write" | "loan:classify" | "provision:choose" | "provision:book" | "detection:read" | "detection:run" | "collection:record" | "late-charge:waive" | "collateral:record" | "collateral:release-early" | "schedule:preview" | "ledger:read" | "ledger:post" | "ledger:reverse" | "account:write" | "period:close" | "period:reopen" | "assertion:write" | "bank:read" | "bank:account" | "bank:import" | "bank:match" | "bank:format" | "cash:count" | "cash:book" | "evidence:read" | "evidence:checkpoint" | "report:read" | "finding:read" | "finding:raise" | "finding:assign" | "finding:work" | "finding:close" | "finding:reopen" | "finding:postpone" | "finding:address" | "import:read" | "import:upload" | "import:approve" | "import:undo" | "export:take" | "webhook:write" | "chore:read" | "approval:read" | "approval:decide" | "approval:policy" | "delegation:give" | "user:manage" | "trail:read";
							scopes: string[];
						}[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-me-password": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** Format: password */
					currentPassword: string;
					/** Format: password */
					newPassword: string;
				};
			};
		};
		responses: {
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-me-second-factor": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** Format: password */
					password?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						secret: string;
						uri: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-me-second-factor-confirm": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					code: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						recoveryCodes: string[];
						token: string;
						/** Format: date-time */
						expiresAt: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-me-second-factor-remove": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** Format: password */
					password: string;
					code?: string;
				};
			};
		};
		responses: {
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-me-recovery-codes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** Format: password */
					password: string;
					code?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						recoveryCodes: string[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-second-factor-reset": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-delegations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8de16e78"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-delegations": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					to: string;
					/** @enum {string} */
					role: "officer" | "supervisor" | "fund-manager" | "auditor" | "administrator";
					/**
					 * @example 17.71.02
					 * @example KOP-1771011001
					 */
					scope: string;
					permissions?: ("public" | "enrol" | "self" | "region:read" | "programme:read" | "programme:write" | "cooperative:read" | "cooperative:write" | "member:read" | "member:write" | "member:unmask" | "member:export" | "member:erase" | "pengurus:write" | "attachment:read" | "attachment:write" | "saving:read" | "saving:record" | "saving:reverse" | "saving:terms" | "surplus:read" | "surplus:rule" | "surplus:distribute" | "surplus:pay" | "surplus:reverse" | "allocation:read" | "allocation:write" | "allocation:end" | "allocation:import" | "allocation:import-approve" | "proposal:submit" | "proposal:decide" | "figures:state" | "reconciliation:read" | "reconciliation:prepare" | "reconciliation:sign" | "reconciliation:countersign" | "tranche:record" | "remittance:record" | "fund:reverse" | "fund:write-off" | "fund:claim" | "city:read" | "city:close" | "group:read" | "group:write" | "loan:read" | "loan:apply" | "loan:approve" | "loan:disburse" | "loan:repay" | "loan:reverse" | "loan:verify" | "loan:reschedule" | "loan:write-off" | "loan:assign" | "product:write" | "holiday:write" | "loan:classify" | "provision:choose" | "provision:book" | "detection:read" | "detection:run" | "collection:record" | "late-charge:waive" | "collateral:record" | "collateral:release-early" | "schedule:preview" | "ledger:read" | "ledger:post" | "ledger:reverse" | "account:write" | "period:close" | "period:reopen" | "assertion:write" | "bank:read" | "bank:account" | "bank:import" | "bank:match" | "bank:format" | "cash:count" | "cash:book" | "evidence:read" | "evidence:checkpoint" | "report:read" | "finding:read" | "finding:raise" | "finding:assign" | "finding:work" | "finding:close" | "finding:reopen" | "finding:postpone" | "finding:address" | "import:read" | "import:upload" | "import:approve" | "import:undo" | "export:take" | "webhook:write" | "chore:read" | "approval:read" | "approval:decide" | "approval:policy" | "delegation:give" | "user:manage" | "trail:read")[];
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					firstOn: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					lastOn: string;
					reason: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_be4583c8"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-delegations-id-revoke": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_be4583c8"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-users-id-delegations": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8de16e78"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-sessions-acting": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					for: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						token: string;
						/** Format: date-time */
						expiresAt: string;
						permissions: string[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-sessions-ways": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						password: boolean;
						openId: {
							issuer: string;
						} | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-sessions-oidc": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						authorizationUrl: string;
						/** Format: date-time */
						expiresAt: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-sessions-oidc-callback": {
		parameters: {
			query: {
				state: string;
				code?: string;
				iss?: string;
				session_state?: string;
				scope?: string;
				error?: string;
				error_description?: string;
				error_uri?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						isCodeNeeded: boolean;
						session: components["schemas"]["Shape_4f14e40a"] | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-sessions-oidc-code": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					code: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_4f14e40a"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-subject": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					subject: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						issuer: string;
						subject: string;
						/** Format: date-time */
						linkedAt: string;
						linkedBy: string;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-subject-remove": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						issuer: string;
						subject: string;
						/** Format: date-time */
						linkedAt: string;
						linkedBy: string;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-users": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_95a82cb5"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					name: string;
					/** @enum {string} */
					kind?: "person" | "service";
					grants: {
						/** @enum {string} */
						role: "officer" | "supervisor" | "fund-manager" | "auditor" | "administrator";
						/**
						 * @example all
						 * @example 17.71.02
						 * @example KOP-1771011001
						 */
						scope: string;
					}[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_95a82cb5"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-users-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_95a82cb5"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-deactivate": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_95a82cb5"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-activate": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_95a82cb5"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-email": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					email: string | null;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_95a82cb5"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-users-id-sessions": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1e9fca01"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-invitation": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						invitation: string;
						/** Format: date-time */
						expiresAt: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-invitations-accept": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					invitation: string;
					/** Format: password */
					password: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						name: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-grants": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					role: "officer" | "supervisor" | "fund-manager" | "auditor" | "administrator";
					/**
					 * @example all
					 * @example 17.71.02
					 * @example KOP-1771011001
					 */
					scope: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_f353f4b1"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-grants-grant-revoke": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				grant: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_f353f4b1"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-tokens": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_b1bdd27c"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-tokens": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Shape_8af874ad"];
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_edaf139e"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-tokens-id-revoke": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_84be395f"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-users-id-tokens": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_b1bdd27c"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-users-id-tokens": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Shape_8af874ad"];
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_edaf139e"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-log": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
				actor?: string;
				subject?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							number: number;
							/** Format: date-time */
							recordedAt: string;
							actor: string;
							/** @enum {string} */
							kind: "request" | "session.open" | "session.end" | "session.revoke" | "user.create" | "user.activate" | "user.deactivate" | "user.email" | "user.invite" | "user.join" | "user.password" | "user.subject" | "grant.give" | "grant.revoke" | "delegation.give" | "delegation.revoke" | "token.issue" | "token.revoke" | "second-factor.enrol" | "second-factor.remove" | "second-factor.reset" | "recovery-codes.renew" | "recovery-codes.use" | "secrets.renew" | "personal-data.unmask" | "personal-data.export" | "personal-data.erase" | "book.export" | "approval-policy.set" | "separation.set" | "limit.set" | "approval.ask" | "approval.change" | "approval.approve" | "approval.reject" | "approval.withdraw";
							/** @example user:siti.rahma */
							subject: string;
							details: {
								[key: string]: string;
							};
							/** @enum {string} */
							outcome: "done" | "refused";
							code: string | null;
							requestId: string | null;
							address: string | null;
							previousHash: string;
							hash: string;
							canonical: string;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-log-export": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/x-ndjson": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-approvals": {
		parameters: {
			query?: {
				status?: "pending" | "approved" | "rejected" | "withdrawn";
				book?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_af3beb2a"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-approvals-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_92d4811d"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-approval-policies": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_447344db"][];
						nextCursor: null;
						writes: string[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-approval-policies": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					write: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveFrom: string;
					isNamed?: boolean;
					/** @example 1250000.00 */
					amountAbove?: string;
					backdatedOver?: number;
					expiresAfterHours?: number;
					legalBasis: string;
					/** @enum {string} */
					status?: "in-force" | "provisional";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_447344db"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-approvals-id-approve": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					version: number;
					reason?: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						approval: components["schemas"]["Shape_af3beb2a"];
						answer: {
							status: number;
							body: unknown;
						};
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-approvals-id-reject": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					version: number;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_af3beb2a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-approvals-id-withdraw": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					version: number;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_af3beb2a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-approvals-id-change": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					version: number;
					body: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_92d4811d"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-separations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_0c9dff7a"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-separations": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					first: string;
					second: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveFrom: string;
					isKept: boolean;
					legalBasis: string;
					/** @enum {string} */
					status?: "in-force" | "provisional";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0c9dff7a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-cooperatives-code-user-ties": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_d80bdd8e"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-cooperatives-code-user-ties": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				code: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					user: string;
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member: string;
					/** @enum {string} */
					relation: "self" | "spouse" | "parent" | "child" | "sibling" | "in-law" | "other-relative";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_d80bdd8e"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-user-ties-id-end": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_d80bdd8e"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-amount-limits": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_643ce108"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-amount-limits": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					holder: string;
					write: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveFrom: string;
					amountMax: string | null;
					legalBasis: string;
					/** @enum {string} */
					status?: "in-force" | "provisional";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_643ce108"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-approval-policies-effect": {
		parameters: {
			query: {
				write: string;
				isNamed?: "true" | "false";
				amountAbove?: string;
				backdatedOver?: string;
				effectiveFrom?: string;
				month?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						write: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						from: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						to: string;
						isLooser: boolean;
						total: {
							writes: number;
							heldNow: number;
							heldThen: number;
							/** @example 1250000.00 */
							amountThen: string;
						};
						names: {
							name: string;
							writes: number;
							heldNow: number;
							heldThen: number;
							/** @example 1250000.00 */
							amountThen: string;
						}[];
						books: {
							book: string;
							writes: number;
							heldNow: number;
							heldThen: number;
							/** @example 1250000.00 */
							amountThen: string;
						}[];
						busiest: {
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							on: string;
							heldThen: number;
						} | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-regions": {
		parameters: {
			query?: {
				level?: "province" | "regency" | "district" | "village";
				parent?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							code: string;
							/** @enum {string} */
							level: "province" | "regency" | "district" | "village";
							name: string;
							officialName: string;
							parent: string | null;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-cooperatives": {
		parameters: {
			query?: {
				region?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_0e19ec01"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-cooperatives": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					code: string;
					name: string;
					/** @enum {string} */
					form: "bmt" | "lkm";
					legalNumber: string;
					/** @example 17.71.01.1001 */
					kelurahan: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					openedOn: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0e19ec01"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-cooperatives-code": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0e19ec01"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-search": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					cooperative?: string;
					number?: number;
					nik?: string;
					phone?: string;
					name?: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8e6e885c"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-unmask": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					fields: ("nik" | "phone" | "address")[];
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						nik?: string;
						phone?: string | null;
						address?: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members-id-personal-data": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						member: string;
						controller: string;
						/** Format: date-time */
						exportedAt: string;
						legalBasis: string;
						person: {
							number: number;
							nik: string;
							name: string;
							/** @enum {string} */
							sex: "female" | "male";
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							birthDate: string;
							kelurahan: string;
							address: string;
							phone: string | null;
						};
						purposes: {
							code: string;
							purpose: {
								id: string;
								en: string;
							};
							legalBasis: string;
							/** @enum {string} */
							status: "in-force" | "provisional";
						}[];
						retention: {
							code: string;
							version: number;
							years: number;
							legalBasis: string;
							/** @enum {string} */
							status: "in-force" | "provisional";
						}[];
						erasableFrom: string | null;
						records: {
							[key: string]: {
								[key: string]: string | null;
							}[];
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-erasure": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						number: number;
						/** Format: date-time */
						erasedAt: string;
						papersKept: number;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members": {
		parameters: {
			query?: {
				cooperative?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8e6e885c"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					cooperative: string;
					nik: string;
					name: string;
					/** @example 17.71.01.1001 */
					kelurahan: string;
					address: string;
					phone?: string;
					business?: {
						description: string;
						/** @enum {string} */
						sector: "farming" | "fishery" | "trade" | "food" | "crafts" | "services" | "transport" | "other";
					};
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					joinedOn: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8c1309d3"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members-duplicates": {
		parameters: {
			query?: {
				cooperative?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							id: string;
							cooperative: string;
							/** Format: date-time */
							attemptedAt: string;
							attemptedBy: string;
							isElsewhere: boolean;
							member: {
								id: string;
								number: number;
							} | null;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8c1309d3"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"patch-v1-members-id": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 17.71.01.1001 */
					kelurahan?: string;
					address?: string;
					phone?: string | null;
					business?: {
						description: string;
						/** @enum {string} */
						sector: "farming" | "fishery" | "trade" | "food" | "crafts" | "services" | "transport" | "other";
					} | null;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8c1309d3"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members-id-accounts": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_dc8f235a"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-accounts": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					kind: "bank" | "e-wallet";
					bank: string;
					/** @example 0033-01-004321-50-1 */
					number: string;
					holder: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					since: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_dc8f235a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-member-accounts-id-end": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					until: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_dc8f235a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-cooperatives-code-pengurus": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_a36272f1"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-cooperatives-code-pengurus": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				code: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					name: string;
					nik: string;
					/** @enum {string} */
					office: "ketua" | "sekretaris" | "bendahara" | "pengawas" | "pengelola" | "karyawan";
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					since: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_a36272f1"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-pengurus-id-end": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					until: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_a36272f1"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members-id-ties": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_5faac659"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-ties": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					pengurus: string;
					/** @enum {string} */
					relation: "spouse" | "parent" | "child" | "sibling" | "in-law" | "other-relative";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5faac659"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-ties-id-end": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					until: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5faac659"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members-id-attachments": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5ee1eab1"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-attachments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					name: string;
					contentBase64: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_17fcb989"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members-id-attachments-attachment": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
				attachment: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/pdf": unknown;
					"image/jpeg": unknown;
					"image/png": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-attachments": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5ee1eab1"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-attachments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					name: string;
					contentBase64: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_17fcb989"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-attachments-attachment": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
				attachment: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/pdf": unknown;
					"image/jpeg": unknown;
					"image/png": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-fund-claims-id-attachments": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5ee1eab1"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-claims-id-attachments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					name: string;
					contentBase64: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_17fcb989"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-fund-claims-id-attachments-attachment": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
				attachment: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/pdf": unknown;
					"image/jpeg": unknown;
					"image/png": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-allocations-id-attachments": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5ee1eab1"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-attachments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					name: string;
					contentBase64: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_17fcb989"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-allocations-id-attachments-attachment": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
				attachment: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/pdf": unknown;
					"image/jpeg": unknown;
					"image/png": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-savings": {
		parameters: {
			query?: {
				cooperative?: string;
				member?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_5972ec30"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-savings-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5972ec30"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members-id-savings": {
		parameters: {
			query?: {
				asOf?: string;
				knownAt?: string;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: {
							member: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							asOf: string;
							knownAt: string | null;
						};
						rows: {
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveOn: string;
							/** @enum {string} */
							product: "pokok" | "wajib" | "wadiah" | "mudharabah";
							kind: string;
							entry: number;
							document: string;
							reason: string;
							reverses: number | null;
							/** @example 1250000.00 */
							deposited: string;
							/** @example 1250000.00 */
							withdrawn: string;
							/** @example 1250000.00 */
							balance: string;
						}[];
						totals: {
							/** @example 1250000.00 */
							pokok: string;
							/** @example 1250000.00 */
							wajib: string;
							/** @example 1250000.00 */
							wadiah: string;
							/** @example 1250000.00 */
							mudharabah: string;
							/** @example 1250000.00 */
							all: string;
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-savings-deposits": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Shape_bc81f533"];
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5972ec30"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-savings-withdrawals": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Shape_bc81f533"];
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5972ec30"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-savings-id-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5972ec30"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-leave": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					leftOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						paidBack: components["schemas"]["Shape_5972ec30"][];
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-leave-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						reversed: components["schemas"]["Shape_5972ec30"][];
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-savings-obligations": {
		parameters: {
			query: {
				cooperative: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_532d1921"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-savings-obligations": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					cooperative: string;
					/** @example 2026-03 */
					effectiveFrom: string;
					/** @example 1250000.00 */
					amount: string;
					legalBasis: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_532d1921"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-savings-behind": {
		parameters: {
			query: {
				cooperative: string;
				asOf?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: {
							cooperative: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							asOf: string;
						};
						rows: {
							member: string;
							number: number;
							name: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							joinedOn: string;
							/** @example 1250000.00 */
							due: string;
							/** @example 1250000.00 */
							paid: string;
							/** @example 1250000.00 */
							behind: string;
							monthsBehind: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							since: string;
						}[];
						totals: {
							members: number;
							/** @example 1250000.00 */
							behind: string;
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-surplus-rules": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_3f8a7c44"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-surplus-rules": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveFrom: string;
					/** @enum {string} */
					basis: "statutes" | "member-meeting";
					document: string;
					/**
					 * @default [
					 *       "pokok",
					 *       "wajib"
					 *     ]
					 */
					savingProducts?: ("pokok" | "wajib" | "wadiah" | "mudharabah")[];
					parts: {
						/** @enum {string} */
						kind: "general-reserve" | "risk-reserve" | "member-savings" | "member-business" | "education" | "social" | "management" | "employees" | "area-development" | "other";
						name: string;
						/** @example 12.5 */
						percent: string;
						/** @example 1.1.01 */
						account?: string;
					}[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_3f8a7c44"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-surplus-distributions-preview": {
		parameters: {
			query: {
				year: string;
				decidedOn: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						year: number;
						/** @example 1250000.00 */
						surplus: string;
						ruleVersion: number;
						document: string;
						parts: components["schemas"]["Shape_b29b9591"][];
						notShared: ("general-reserve" | "risk-reserve" | "member-savings" | "member-business" | "education" | "social" | "management" | "employees" | "area-development" | "other")[];
						members: number;
						shares: {
							member: string;
							/** @example 1250000.00 */
							savingsBase: string;
							/** @example 1250000.00 */
							businessBase: string;
							/** @example 1250000.00 */
							savingsShare: string;
							/** @example 1250000.00 */
							businessShare: string;
						}[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-surplus-distributions": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_adf4af3b"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-surplus-distributions": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					year: number;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					decidedOn: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_adf4af3b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-surplus-distributions-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_adf4af3b"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-surplus-distributions-id-shares": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							member: string;
							/** @example 1250000.00 */
							savingsBase: string;
							/** @example 1250000.00 */
							businessBase: string;
							/** @example 1250000.00 */
							savingsShare: string;
							/** @example 1250000.00 */
							businessShare: string;
							number: number;
							/** @example 1250000.00 */
							paid: string;
							/** @example 1250000.00 */
							left: string;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-surplus-distributions-id-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_adf4af3b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-surplus-distributions-id-payouts": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member: string;
					/** @example 1250000.00 */
					amount: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @enum {string} */
					way: "cash" | "bank" | "savings";
					/** @enum {string} */
					product?: "pokok" | "wajib" | "wadiah" | "mudharabah";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_2ebd8088"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-surplus-payouts-id-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_2ebd8088"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-surplus-payouts": {
		parameters: {
			query?: {
				distribution?: string;
				member?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_2ebd8088"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_34bc7086"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					code: string;
					name: string;
					/** @example 17.71.01 */
					region: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					openedOn: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_34bc7086"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-programmes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_96290428"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-programmes": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					code: string;
					name: string;
					/** @example KOP-1771011001 */
					cityBook: string;
					/** @example 1250000.00 */
					ceilingPerKelurahan: string;
					tenorMonths: number;
					graceMonths: number;
					remittanceDays: number;
					tranchesMax?: number;
					overdueDaysMax?: number;
					/** @example 12.5 */
					cityShare?: string;
					legalBasis: string;
					/** @enum {string} */
					status: "found" | "provisional";
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveFrom: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_96290428"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-allocations": {
		parameters: {
			query?: {
				cooperative?: string;
				kelurahan?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_d7fb79b6"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					programme: string;
					/** @example KOP-1771011001 */
					cooperative: string;
					/** @example 17.71.01.1001 */
					kelurahan: string;
					agreementNumber: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					agreedOn: string;
					/** @example 1250000.00 */
					amount: string;
					tenorMonths?: number;
					graceMonths?: number;
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					proposal?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_d7fb79b6"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-allocations-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_d7fb79b6"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-allocations-id-statement": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						allocation: components["schemas"]["Shape_d7fb79b6"];
						schedule: {
							number: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							dueOn: string;
							/** @example 1250000.00 */
							principal: string;
						}[];
						tranches: components["schemas"]["Shape_7705b912"][];
						dues: {
							number: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							dueOn: string;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							paid: string;
							/** @example 1250000.00 */
							unpaid: string;
							isOverdue: boolean;
						}[];
						remittances: components["schemas"]["Shape_69b08e9e"][];
						returns: components["schemas"]["Shape_a426a64e"][];
						reallocations: {
							from: {
								book: string;
								allocation: string;
							};
							return: string;
							to: {
								book: string;
								allocation: string;
							};
							tranche: string;
							reason: string;
						}[];
						ending?: components["schemas"]["Shape_b782aa46"];
						totals: {
							/** @example 1250000.00 */
							received: string;
							/** @example 1250000.00 */
							remitted: string;
							/** @example 1250000.00 */
							returned: string;
							/** @example 1250000.00 */
							collectedNotRemitted: string;
							/** @example 1250000.00 */
							owed: string;
							/** @example 1250000.00 */
							overdue: string;
							/** @example 1250000.00 */
							earned: string;
							/** @example 1250000.00 */
							shareOwed: string;
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-tranches": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					document: string;
					budgetYear: number;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					receivedOn: string;
					/** @example 1250000.00 */
					amount: string;
					attachments?: string[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_7705b912"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-remittances": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					document: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					remittedOn: string;
					/** @example 1250000.00 */
					amount: string;
					/** @enum {string} */
					method: "cash" | "bank";
					attachments?: string[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_69b08e9e"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					operation: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-returns": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					document: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					returnedOn: string;
					/** @example 1250000.00 */
					amount: string;
					attachments?: string[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_a426a64e"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-reallocate": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					to: string;
					document: string;
					budgetYear: number;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					movedOn: string;
					/** @example 1250000.00 */
					amount: string;
					reason: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						return: components["schemas"]["Shape_a426a64e"];
						tranche: components["schemas"]["Shape_7705b912"];
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-end": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					kind: "withdrawn" | "ended";
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					endedOn: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					dueOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_b782aa46"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-city-shares": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					accruedOn: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						allocation: string;
						number: number;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						accruedOn: string;
						/** @example 1250000.00 */
						earned: string;
						share: string;
						/** @example 1250000.00 */
						amount: string;
						entry: number;
						cityEntry: number;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-city-share-payments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					document: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @example 1250000.00 */
					amount: string;
					/** @enum {string} */
					method: "cash" | "bank";
					attachments?: string[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						allocation: string;
						number: number;
						document: string;
						/** @example 1250000.00 */
						amount: string;
						entry: number;
						cityEntry: number;
						isReversed: boolean;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						paidOn: string;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-allocations-id-not-remitted": {
		parameters: {
			query?: {
				asOf?: string;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						asOf: string;
						rows: {
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							collectedOn: string;
							entry: number;
							document: string;
							/** @example 1250000.00 */
							collected: string;
							/** @example 1250000.00 */
							held: string;
							days: number;
							isLate: boolean;
						}[];
						totals: {
							/** @example 1250000.00 */
							held: string;
							/** @example 1250000.00 */
							late: string;
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-proposals": {
		parameters: {
			query?: {
				cooperative?: string;
				open?: "true" | "false";
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_59930147"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-proposals": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					programme: string;
					/** @example KOP-1771011001 */
					cooperative: string;
					/** @example 17.71.01.1001 */
					kelurahan: string;
					/** @example 1250000.00 */
					amount: string;
					purpose: string;
					document: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					proposedOn: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_59930147"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-proposals-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						programme: string;
						cooperative: string;
						kelurahan: string;
						/** @example 1250000.00 */
						amount: string;
						purpose: string;
						document: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						proposedOn: string;
						proposedBy: string;
						/** @enum {string} */
						status: "open" | "approved" | "rejected";
						/** @example 1250000.00 */
						granted?: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						decidedOn?: string;
						decidedBy?: string;
						reason?: string;
						obstacles: {
							code: string;
							id: string;
							en: string;
						}[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-proposals-id-approve": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					decidedOn: string;
					reason: string;
					/** @example 1250000.00 */
					amount: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_59930147"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-proposals-id-reject": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					decidedOn: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_59930147"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans": {
		parameters: {
			query?: {
				cooperative?: string;
				member?: string;
				status?: "applied" | "verified" | "approved" | "rejected" | "withdrawn" | "disbursed" | "settled" | "written-off" | "reversed";
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_e3fe004b"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member: string;
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					allocation: string;
					/** @example MRB-12 */
					product?: string;
					/** @enum {string} */
					akad: "qardh" | "murabahah" | "mudharabah" | "musyarakah" | "ijarah" | "jasa";
					purpose: string;
					/** @example 1250000.00 */
					principal: string;
					/** @example 1250000.00 */
					margin?: string;
					/** @example 0.3 */
					nisbah?: string;
					instalments: number;
					period?: {
						/** @enum {string} */
						unit: "day" | "week" | "month" | "season";
						every: number;
					};
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					firstDueOn?: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					appliedOn: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e3fe004b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e3fe004b"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-schedule": {
		parameters: {
			query?: {
				asOf?: string;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						rows: components["schemas"]["Shape_8ae1d0a4"][];
						rule: string | null;
						version: number | null;
						effectiveOn: string | null;
						/** @example 23.8097 */
						effectiveAnnualRatePercent: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-statement": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						loan: components["schemas"]["Shape_e3fe004b"];
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						asOf: string;
						owed: components["schemas"]["Shape_a3c084d5"];
						daysPastDue: number;
						/** @example 1250000.00 */
						overdue: string;
						instalmentsPaid: number;
						beforeSale: components["schemas"]["Shape_17dc2f2f"];
						repayments: components["schemas"]["Shape_37ecb59d"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-approve": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					decidedOn: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e3fe004b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-reject": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					decidedOn: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e3fe004b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-disburse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					disbursedOn: string;
					document: string;
					/** @example 1250000.00 */
					amount?: string;
					attachments?: string[];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e3fe004b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-repayments-preview": {
		parameters: {
			query: {
				paidOn?: string;
				amount: string;
				method?: "cash" | "bank" | "payroll" | "deposit";
				employer?: string;
				excess?: "refuse" | "deposit";
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						paidOn: string;
						/** @example 1250000.00 */
						amount: string;
						/** @example 1250000.00 */
						principal: string;
						/** @example 1250000.00 */
						margin: string;
						/** @example 1250000.00 */
						excess: string;
						owedAfter: components["schemas"]["Shape_a3c084d5"];
						isLast: boolean;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-repayments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @example 1250000.00 */
					amount: string;
					/** @enum {string} */
					method: "cash" | "bank" | "payroll" | "deposit";
					employer?: string;
					/** @enum {string} */
					excess?: "refuse" | "deposit";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_37ecb59d"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					repayment?: string;
					tranche?: number;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-schedules-preview": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					method: "flat" | "equal-principal" | "annuity" | "murabahah";
					/** @example 1250000.00 */
					principal?: string;
					/** @example 12.5 */
					annualRatePercent?: string;
					instalments: number;
					period: {
						/** @enum {string} */
						unit: "day" | "week" | "month";
						every: number;
					};
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					disbursementDate: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					firstDueDate?: string;
					/** @enum {string} */
					dayCount: "rate/12" | "actual/365" | "actual/364" | "actual/360";
					/** @example 1250000.00 */
					moneyQuantum: string;
					/** @enum {string} */
					rounding: "half-even" | "half-up" | "up" | "down";
					/** @example 1250000.00 */
					instalmentMultiple?: string;
					/** @enum {string} */
					instalmentRounding?: "half-even" | "half-up" | "up" | "down";
					/** @example 1250000.00 */
					marginQuantum?: string;
					roundComponentsSeparately?: boolean;
					principalGraceInstalments?: number;
					marginDeferredInstalments?: number;
					/** @example 1250000.00 */
					fixedInstalment?: string;
					/** @example 1250000.00 */
					cost?: string;
					/** @example 1250000.00 */
					margin?: string;
					/** @example 1250000.00 */
					disbursementFees?: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						rows: {
							number: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							dueDate: string;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							margin: string;
							/** @example 1250000.00 */
							total: string;
							/** @example 1250000.00 */
							balance: string;
						}[];
						totals: components["schemas"]["Shape_a3c084d5"];
						rule: string;
						/** @example 23.8097 */
						effectiveAnnualRatePercent: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-cooperatives-book-products": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_ac0dfcdb"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-cooperatives-book-products": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example MRB-12 */
					code: string;
					name: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveFrom: string;
					/** @enum {string} */
					akad: "qardh" | "murabahah" | "mudharabah" | "musyarakah" | "ijarah" | "jasa";
					/** @enum {string} */
					method: "level" | "flat" | "equal-principal" | "annuity" | "bullet";
					/** @example 1250000.00 */
					principalMin: string;
					/** @example 1250000.00 */
					principalMax: string;
					instalmentsMin: number;
					instalmentsMax: number;
					period: {
						/** @enum {string} */
						unit: "day" | "week" | "month" | "season";
						every: number;
					};
					yearlyRate?: string;
					/** @enum {string} */
					dayCount?: "rate/12" | "actual/365" | "actual/364" | "actual/360";
					/** @enum {string} */
					rounding?: "half-even" | "half-up" | "up" | "down";
					/** @example 1250000.00 */
					instalmentMultiple?: string;
					principalGraceInstalments?: number;
					marginDeferredInstalments?: number;
					cutOffDay?: number;
					/** @enum {string} */
					workingDayShift?: "none" | "next" | "previous" | "next-in-month" | "next-due-date";
					restDays?: number[];
					waterfall?: {
						/** @enum {string} */
						phases: "arrears-first" | "due-first";
						/** @enum {string} */
						parts: "margin-first" | "principal-first";
						/** @enum {string} */
						direction: "horizontal" | "vertical";
					};
					fees?: {
						name: string;
						/** @enum {string} */
						kind: "fixed" | "percent";
						/** @example 1250000.00 */
						amount?: string;
						/** @example 0.3 */
						rate?: string;
					}[];
					lateFine?: {
						/** @example 1250000.00 */
						amount: string;
						/** @enum {string} */
						to: "benevolence" | "income";
					};
					tranchesMax?: number;
					/** @enum {string} */
					purchase?: "direct" | "wakalah";
					/** @example 0.3 */
					downPaymentMinRate?: string;
					/** @example 1250000.00 */
					downPaymentMin?: string;
					legalBasis: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_ac0dfcdb"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-holidays": {
		parameters: {
			query: {
				from: string;
				to: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							day: string;
							region: string | null;
							name: string;
							legalBasis: string;
						}[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-holidays": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					day: string;
					/** @example 17.71.01 */
					region?: string;
					name: string;
					legalBasis: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						day: string;
						region: string | null;
						name: string;
						legalBasis: string;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-events": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							sequence: number;
							kind: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							occurredOn: string;
							/** Format: date-time */
							recordedAt: string;
							actor: string;
							reason: string | null;
							document: string | null;
							entry: number | null;
							detail: {
								[key: string]: string;
							};
						}[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-profit-shares": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @example 1250000.00 */
					amount: string;
					/** @enum {string} */
					method: "cash" | "bank";
					reason: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						receiptNumber: number;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						paidOn: string;
						/** @example 1250000.00 */
						amount: string;
						entry: number;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-tranches": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							number: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							disbursedOn: string;
							document: string;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							margin: string;
							entry: number;
							isReversed: boolean;
						}[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-give-up": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					on: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e3fe004b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-verify": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					on: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e3fe004b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-withdraw": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					on: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e3fe004b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-quote": {
		parameters: {
			query?: {
				on?: string;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						on: string;
						/** @example 1250000.00 */
						principal: string;
						/** @example 1250000.00 */
						assetPrice: string;
						/** @example 1250000.00 */
						marginDue: string;
						/** @example 1250000.00 */
						discount: string;
						/** @example 1250000.00 */
						total: string;
						validUntil: string | null;
						rule: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-settle": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @example 1250000.00 */
					amount: string;
					/** @enum {string} */
					method: "cash" | "bank" | "payroll" | "deposit";
					employer?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						loan: string;
						receiptNumber: number;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						settledOn: string;
						/** @example 1250000.00 */
						principal: string;
						/** @example 1250000.00 */
						marginDue: string;
						/** @example 1250000.00 */
						discount: string;
						/** @example 1250000.00 */
						total: string;
						entry: number | null;
						discountEntry: number | null;
						settledBy: string;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-reschedule-preview": {
		parameters: {
			query?: {
				effectiveOn?: string;
				firstDueOn?: string;
				instalments?: string;
				periodUnit?: "day" | "week" | "month" | "season";
				periodEvery?: string;
				principalGraceInstalments?: string;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						effectiveOn: string;
						/** @enum {string} */
						change: "dates" | "conditions" | "both" | "akad";
						owed: components["schemas"]["Shape_a3c084d5"];
						daysPastDue: number;
						/** @example 1250000.00 */
						overdue: string;
						rows: components["schemas"]["Shape_8ae1d0a4"][];
						rule: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-reschedule": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					firstDueOn?: string;
					instalments?: number;
					/** @enum {string} */
					periodUnit?: "day" | "week" | "month" | "season";
					periodEvery?: number;
					principalGraceInstalments?: number;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						effectiveOn: string;
						/** @enum {string} */
						change: "dates" | "conditions" | "both" | "akad";
						owed: components["schemas"]["Shape_a3c084d5"];
						daysPastDue: number;
						/** @example 1250000.00 */
						overdue: string;
						rows: components["schemas"]["Shape_8ae1d0a4"][];
						rule: string;
						version: number;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-restructured-loans": {
		parameters: {
			query?: {
				cooperative?: string;
				asOf?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveOn: string;
							/** @enum {string} */
							change: "dates" | "conditions" | "both" | "akad";
							owed: components["schemas"]["Shape_a3c084d5"];
							daysPastDue: number;
							/** @example 1250000.00 */
							overdue: string;
							loan: string;
							cooperative: string;
							number: number;
							allocation: string;
							version: number;
							times: number;
							reason: string;
							document: string;
							decidedBy: string;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-write-off": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						writtenOffOn: string;
						/** @example 1250000.00 */
						principal: string;
						/** @example 1250000.00 */
						margin: string;
						/** @example 1250000.00 */
						fromAllowance: string;
						/** @example 1250000.00 */
						loss: string;
						entry: number;
						/** @example 1250000.00 */
						recovered: string;
						/** @example 1250000.00 */
						left: string;
						recoveries: components["schemas"]["Shape_d60bd6ff"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-write-off": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					writtenOffOn: string;
					reason: string;
					document: string;
					attachments?: string[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						writtenOffOn: string;
						/** @example 1250000.00 */
						principal: string;
						/** @example 1250000.00 */
						margin: string;
						/** @example 1250000.00 */
						fromAllowance: string;
						/** @example 1250000.00 */
						loss: string;
						entry: number;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-write-off-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-recoveries": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Shape_34500ae4"];
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_d60bd6ff"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-recoveries-recovery-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				recovery: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-convert-preview": {
		parameters: {
			query: {
				akad: "qardh" | "murabahah" | "mudharabah" | "musyarakah" | "ijarah" | "jasa";
				product?: string;
				margin?: string;
				nisbah?: string;
				firstDueOn?: string;
				periodUnit?: "day" | "week" | "month" | "season";
				convertedOn?: string;
				instalments: string;
				periodEvery?: string;
				leavesMarginDue?: "true" | "false";
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						convertedOn: string;
						/** @enum {string} */
						akad: "qardh" | "murabahah" | "mudharabah" | "musyarakah" | "ijarah" | "jasa";
						/** @example 1250000.00 */
						principal: string;
						/** @example 1250000.00 */
						marginLeftOff: string;
						/** @example 1250000.00 */
						marginCancelled: string;
						daysPastDue: number;
						/** @example 1250000.00 */
						overdue: string;
						rows: components["schemas"]["Shape_8ae1d0a4"][];
						rule: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-convert": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					akad: "qardh" | "murabahah" | "mudharabah" | "musyarakah" | "ijarah" | "jasa";
					/** @example MRB-12 */
					product?: string;
					/** @example 1250000.00 */
					margin?: string;
					/** @example 0.3 */
					nisbah?: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					firstDueOn?: string;
					/** @enum {string} */
					periodUnit?: "day" | "week" | "month" | "season";
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					convertedOn: string;
					instalments: number;
					periodEvery?: number;
					leavesMarginDue?: boolean;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						convertedOn: string;
						/** @enum {string} */
						akad: "qardh" | "murabahah" | "mudharabah" | "musyarakah" | "ijarah" | "jasa";
						/** @example 1250000.00 */
						principal: string;
						/** @example 1250000.00 */
						marginLeftOff: string;
						/** @example 1250000.00 */
						marginCancelled: string;
						daysPastDue: number;
						/** @example 1250000.00 */
						overdue: string;
						rows: components["schemas"]["Shape_8ae1d0a4"][];
						rule: string;
						from: string;
						loan: components["schemas"]["Shape_e3fe004b"];
						settlingEntry: number;
						grantingEntry: number;
						decidedBy: string;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-convert-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-purchase-advance": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					givenOn: string;
					/** @example 1250000.00 */
					amount: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_85f03b79"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-purchase": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					boughtOn: string;
					/** @example 1250000.00 */
					cost: string;
					supplier: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_85f03b79"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-purchase-cancel": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					cancelledOn: string;
					/** @example 1250000.00 */
					proceeds: string;
					costs: components["schemas"]["Shape_0c357509"][];
					/** @enum {string} */
					method: "cash" | "bank";
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_85f03b79"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-down-payment": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Shape_34500ae4"];
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_85f03b79"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-down-payment-return": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					returnedOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_85f03b79"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-purchase-claim-payments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Shape_34500ae4"];
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_85f03b79"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-purchase-steps-entry-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				entry: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-officer": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					officer: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					on: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e3fe004b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-losses": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					lostOn: string;
					/** @example 1250000.00 */
					amount: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						entry: number;
						/** @example 1250000.00 */
						left: string;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-losses-entry-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				entry: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-death": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					diedOn: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						member: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						diedOn: string;
						document: string;
						recordedBy: string;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-death-revoke": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-member-deaths": {
		parameters: {
			query?: {
				cooperative?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							member: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							diedOn: string;
							document: string;
							recordedBy: string;
							cooperative: string;
							memberName: string;
							loans: {
								loan: string;
								number: number;
								/** @enum {string} */
								status: "applied" | "verified" | "approved" | "rejected" | "withdrawn" | "disbursed" | "settled" | "written-off" | "reversed";
								/** @example 1250000.00 */
								owed: string;
							}[];
						}[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-groups": {
		parameters: {
			query?: {
				cooperative?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_79a097fa"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-groups": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					cooperative: string;
					name: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					formedOn: string;
					meetingDay?: number;
					meetingPlace?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_79a097fa"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-groups-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						cooperative: string;
						number: number;
						name: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						formedOn: string;
						meetingDay: number | null;
						meetingPlace: string | null;
						dissolvedOn: string | null;
						formedBy: string;
						members: components["schemas"]["Shape_a464544a"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"patch-v1-groups-id": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					name?: string;
					meetingDay?: number | null;
					meetingPlace?: string | null;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					dissolvedOn?: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_79a097fa"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-groups-id-loans": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c07c20f4"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-groups-id-loans": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					allocation: string;
					/** @example MRB-12 */
					product?: string;
					/** @enum {string} */
					akad: "qardh" | "murabahah" | "mudharabah" | "musyarakah" | "ijarah" | "jasa";
					purpose: string;
					/** @example 1250000.00 */
					principal: string;
					/** @example 1250000.00 */
					margin?: string;
					/** @example 0.3 */
					nisbah?: string;
					instalments: number;
					period?: {
						/** @enum {string} */
						unit: "day" | "week" | "month" | "season";
						every: number;
					};
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					firstDueOn?: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					appliedOn: string;
					shares: {
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						member: string;
						weight: number;
					}[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c07c20f4"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-groups-id-members": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					joinedOn: string;
					/** @enum {string} */
					office?: "ketua" | "sekretaris" | "bendahara";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_a464544a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-groups-id-members-leave": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					leftOn: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_a464544a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-groups-id-members-office": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member: string;
					office: ("ketua" | "sekretaris" | "bendahara") | null;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_a464544a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-collections-due": {
		parameters: {
			query: {
				cooperative: string;
				on?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c66bb18e"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-groups-id-collection-sheet": {
		parameters: {
			query?: {
				on?: string;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c66bb18e"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-collections": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					cooperative: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @enum {string} */
					method: "cash" | "bank" | "payroll" | "deposit";
					employer?: string;
					rows: unknown[];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						accepted: number;
						refused: number;
						/** @example 1250000.00 */
						collected: string;
						results: ({
							index: number;
							/** @constant */
							status: "posted";
							repayment: components["schemas"]["Shape_37ecb59d"];
						} | components["schemas"]["Shape_8f849131"])[];
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-payments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @enum {string} */
					method: "cash" | "bank" | "payroll" | "deposit";
					employer?: string;
					/** @example 1250000.00 */
					amount: string;
					/** @enum {string} */
					excess?: "refuse" | "deposit";
					parts?: {
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						loan: string;
						/** @example 1250000.00 */
						amount: string;
					}[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						receiptNumber: number;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						paidOn: string;
						/** @example 1250000.00 */
						amount: string;
						repayments: components["schemas"]["Shape_37ecb59d"][];
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-groups-id-deposits": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						balances: {
							member: string;
							number: number;
							name: string;
							/** @example 1250000.00 */
							balance: string;
						}[];
						movements: components["schemas"]["Shape_6a5cab6a"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-groups-id-deposits": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					receivedOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					/** @example 1250000.00 */
					amount: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_6a5cab6a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-groups-id-deposits-withdraw": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					withdrawnOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					/** @example 1250000.00 */
					amount: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_6a5cab6a"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-groups-id-deposits-pay": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					loan: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					document: string;
					parts: {
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						member: string;
						/** @example 1250000.00 */
						amount: string;
					}[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_37ecb59d"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-groups-id-deposits-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					movement: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-joint-payments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					payer: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					/** @example 1250000.00 */
					amount: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						claim: string;
						repayment: components["schemas"]["Shape_37ecb59d"];
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-claims": {
		parameters: {
			query?: {
				cooperative?: string;
				loan?: string;
				payer?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							id: string;
							loan: string;
							loanNumber: number;
							member: string;
							payer: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							incurredOn: string;
							entry: number;
							/** @example 1250000.00 */
							amount: string;
							/** @example 1250000.00 */
							balance: string;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-claims-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						loan: string;
						loanNumber: number;
						member: string;
						payer: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						incurredOn: string;
						entry: number;
						/** @example 1250000.00 */
						amount: string;
						/** @example 1250000.00 */
						balance: string;
						movements: components["schemas"]["Shape_b12be027"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-claims-id-repayments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					/** @example 1250000.00 */
					amount: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_b12be027"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-claims-id-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					repayment: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-guarantors": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_0893ec1d"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-guarantors": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					guaranteedOn: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0893ec1d"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-guarantors-release": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					number: number;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					releasedOn: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0893ec1d"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-late-charges": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8dbaaaec"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-tazir": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					chargedOn: string;
					isWilful: boolean;
					statement: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8dbaaaec"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-tawidh": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					claimedOn: string;
					/** @example 1250000.00 */
					amount: string;
					costs: components["schemas"]["Shape_0c357509"][];
					isWilful: boolean;
					statement: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1e59d0de"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-late-charges-number-pay": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					paidOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					attachments?: string[];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1e59d0de"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-late-charges-number-waive": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					waivedOn: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1e59d0de"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-late-charges-number-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1e59d0de"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-collections-reminders": {
		parameters: {
			query?: {
				cooperative?: string;
				on?: string;
				days?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							loan: string;
							cooperative: string;
							number: number;
							/** @enum {string} */
							state: "late" | "due-today" | "due-soon";
							officer: string | null;
							member: {
								id: string;
								name: string;
								phone: string | null;
							};
							/** @example 1250000.00 */
							owed: string;
							daysPastDue: number;
							/** @example 1250000.00 */
							overdue: string;
							nextDue: {
								/**
								 * Format: date
								 * @example 2026-03-31
								 */
								on: string;
								/** @example 1250000.00 */
								amount: string;
							} | null;
							promise: {
								/**
								 * Format: date
								 * @example 2026-03-31
								 */
								payOn: string;
								/** @example 1250000.00 */
								amount: string;
								/** @example 1250000.00 */
								paid: string;
								promisedBy: string;
								/** @enum {string} */
								state: "open" | "kept" | "broken";
							} | null;
							lastVisitOn: string | null;
							lastLetter: {
								level: number;
								/**
								 * Format: date
								 * @example 2026-03-31
								 */
								issuedOn: string;
							} | null;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-collection": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						promises: components["schemas"]["Shape_daf0052b"][];
						visits: components["schemas"]["Shape_5879f5f6"][];
						letters: components["schemas"]["Shape_356935db"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-promises": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					promisedOn: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					payOn: string;
					/** @example 1250000.00 */
					amount: string;
					promisedBy: string;
					note?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_daf0052b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-visits": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					visitedOn: string;
					visitor: string;
					/** @enum {string} */
					met: "member" | "family" | "neighbour" | "nobody";
					found: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5879f5f6"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-letters": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					issuedOn: string;
					delivery: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_356935db"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-collateral": {
		parameters: {
			query?: {
				asOf?: string;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_68809f64"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-collateral": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					kind: "land" | "vehicle" | "gold" | "goods" | "deposit" | "other";
					description: string;
					owner: string;
					document: string;
					place: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					takenOn: string;
					appraisal: components["schemas"]["Shape_1c3474a1"];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_68809f64"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-cooperatives-book-collateral": {
		parameters: {
			query?: {
				asOf?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_68809f64"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-collateral-number-appraisals": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Shape_1c3474a1"];
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_68809f64"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-collateral-number-release": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					releasedOn: string;
					handedTo: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_68809f64"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-collateral-number-release-early": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					releasedOn: string;
					handedTo: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_68809f64"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-payroll-deductions": {
		parameters: {
			query?: {
				cooperative?: string;
				employer?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							repayment: string;
							receiptNumber: number;
							cooperative: string;
							employer: string;
							loan: string;
							loanNumber: number;
							member: string;
							memberNumber: number;
							name: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							deductedOn: string;
							ageDays: number;
							/** @example 1250000.00 */
							amount: string;
							/** @example 1250000.00 */
							principal: string;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-payroll-clearings": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					cooperative: string;
					employer: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					receivedOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					/** @example 1250000.00 */
					amount: string;
					document: string;
					repayments: string[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1501abc1"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-payroll-clearings-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1501abc1"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-payroll-clearings-id-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-members-id-deposit": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						member: string;
						/** @example 1250000.00 */
						balance: string;
						places: {
							allocation: string | null;
							/** @example 1250000.00 */
							balance: string;
						}[];
						movements: {
							entry: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveOn: string;
							kind: string;
							document: string;
							allocation: string | null;
							/** @example 1250000.00 */
							change: string;
							reverses: number | null;
						}[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-deposit-withdraw": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					allocation?: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					withdrawnOn: string;
					/** @enum {string} */
					method: "cash" | "bank";
					/** @example 1250000.00 */
					amount: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						entry: number;
						/** @example 1250000.00 */
						amount: string;
						document: string;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-members-id-deposit-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					entry: number;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-provision-policies": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							code: string;
							version: number;
							nameId: string;
							nameEn: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveFrom: string;
							legalBasis: string;
							/** @enum {string} */
							status: "in-force" | "provisional";
							classes: {
								position: number;
								code: string;
								nameId: string;
								nameEn: string;
								percentage: string;
								deductsCollateral: boolean;
								collateralPercentMin: string | null;
								isProvisional: boolean;
								source: string;
							}[];
							bands: {
								frequency: string;
								/** @enum {string} */
								measure: "days" | "months" | "missed";
								upTo: number[];
								isProvisional: boolean;
								source: string;
							}[];
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-loans-id-classes": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_34572f89"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-loans-id-classes": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					policy: string;
					class?: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveFrom: string;
					reason: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_34572f89"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-provision-policies": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_fe48f876"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-provision-policies": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					policy: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveFrom: string;
					reason: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_fe48f876"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-provisions": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_75b6ad13"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-provisions": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 2026-03 */
					month: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						asOf: string;
						policy: string;
						version: number;
						isProvisional: boolean;
						/** @example 1250000.00 */
						bookedBefore: string;
						/** @example 1250000.00 */
						required: string;
						run: components["schemas"]["Shape_75b6ad13"] | null;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-findings": {
		parameters: {
			query?: {
				state?: "open" | "closing-proposed" | "closed";
				severity?: "low" | "medium" | "high" | "critical";
				level?: "cooperative" | "dinas" | "inspektorat" | "wali-kota";
				overdue?: "true" | "false";
				owner?: string;
				source?: string;
				book?: string;
				region?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_c9414684"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-findings": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					book: string;
					subject: string;
					/** @enum {string} */
					severity: "low" | "medium" | "high" | "critical";
					sentence: {
						id: string;
						en: string;
					};
					evidence: ({
						/** @constant */
						kind: "entry";
						number: number;
						/** @example KOP-1771011001 */
						book?: string;
					} | {
						/** @constant */
						kind: "loan";
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						loan: string;
					} | {
						/** @constant */
						kind: "member";
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						member: string;
					} | {
						/** @constant */
						kind: "attachment";
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						attachment: string;
					} | {
						/** @constant */
						kind: "document";
						document: string;
					} | {
						/** @constant */
						kind: "user";
						user: string;
					})[];
					owner?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c9414684"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-findings-policy": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							version: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveFrom: string;
							legalBasis: string;
							/** @enum {string} */
							status: "in-force" | "provisional";
							days: {
								low: {
									cooperative: number;
									dinas: number;
									inspektorat: number;
									"wali-kota": number;
								};
								medium: {
									cooperative: number;
									dinas: number;
									inspektorat: number;
									"wali-kota": number;
								};
								high: {
									cooperative: number;
									dinas: number;
									inspektorat: number;
									"wali-kota": number;
								};
								critical: {
									cooperative: number;
									dinas: number;
									inspektorat: number;
									"wali-kota": number;
								};
							};
							closers: {
								low: string[];
								medium: string[];
								high: string[];
								critical: string[];
							};
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-findings-addresses": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_4b2830e6"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-findings-addresses": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					place: string;
					/** @enum {string} */
					level: "cooperative" | "dinas" | "inspektorat" | "wali-kota";
					/** Format: email */
					address: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_4b2830e6"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-findings-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						book: string;
						bookName: string;
						number: number;
						source: string;
						subject: string;
						/** @enum {string} */
						severity: "low" | "medium" | "high" | "critical";
						sentence: {
							id: string;
							en: string;
						};
						evidence: components["schemas"]["Shape_a42863a2"][];
						/** Format: date-time */
						raisedAt: string;
						raisedBy: string;
						follows: number | null;
						/** @enum {string} */
						state: "open" | "closing-proposed" | "closed";
						/** @enum {string} */
						level: "cooperative" | "dinas" | "inspektorat" | "wali-kota";
						owner: string | null;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						dueOn: string;
						isOverdue: boolean;
						events: {
							number: number;
							/** @enum {string} */
							kind: "raised" | "assigned" | "due-date-moved" | "noted" | "closing-proposed" | "closing-declined" | "closed" | "reopened" | "escalated";
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							occurredOn: string;
							/** Format: date-time */
							recordedAt: string;
							recordedBy: string;
							note: string | null;
							evidence: components["schemas"]["Shape_a42863a2"][];
							/** @enum {string} */
							state: "open" | "closing-proposed" | "closed";
							/** @enum {string} */
							level: "cooperative" | "dinas" | "inspektorat" | "wali-kota";
							owner: string | null;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							dueOn: string;
							policyVersion: number | null;
						}[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-findings": {
		parameters: {
			query?: {
				asOf?: string;
				book?: string;
				region?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: {
							/** @constant */
							report: "findings";
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							asOf: string;
							region: string | null;
							book: string | null;
							/** Format: date-time */
							generatedAt: string;
							askedBy: string;
							policyVersion: number;
							legalBasis: string;
							isProvisional: boolean;
							replica?: components["schemas"]["Shape_94eccf57"];
							digest: string;
							isEmpty: boolean;
							notes: {
								code: string;
								id: string;
								en: string;
							}[];
						};
						rows: {
							book: string;
							cooperative: string;
							number: number;
							id: string;
							/** @enum {string} */
							severity: "low" | "medium" | "high" | "critical";
							/** @enum {string} */
							level: "cooperative" | "dinas" | "inspektorat" | "wali-kota";
							state: string;
							owner: string | null;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							dueOn: string;
							daysOverdue: number;
							/** Format: date-time */
							raisedAt: string;
							source: string;
							sentence: string;
						}[];
						nextCursor: string | null;
						totals: {
							open: number;
							overdue: number;
							closed: number;
							bySeverity: {
								/** @enum {string} */
								severity: "low" | "medium" | "high" | "critical";
								open: number;
								overdue: number;
								closed: number;
							}[];
							byLevel: {
								/** @enum {string} */
								level: "cooperative" | "dinas" | "inspektorat" | "wali-kota";
								open: number;
								overdue: number;
								closed: number;
							}[];
						};
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-findings-id-assign": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					owner: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c9414684"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-findings-id-notes": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					note: string;
					evidence?: ({
						/** @constant */
						kind: "entry";
						number: number;
						/** @example KOP-1771011001 */
						book?: string;
					} | {
						/** @constant */
						kind: "loan";
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						loan: string;
					} | {
						/** @constant */
						kind: "member";
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						member: string;
					} | {
						/** @constant */
						kind: "attachment";
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						attachment: string;
					} | {
						/** @constant */
						kind: "document";
						document: string;
					} | {
						/** @constant */
						kind: "user";
						user: string;
					})[];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c9414684"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-findings-id-close": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					note: string;
					evidence: ({
						/** @constant */
						kind: "entry";
						number: number;
						/** @example KOP-1771011001 */
						book?: string;
					} | {
						/** @constant */
						kind: "loan";
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						loan: string;
					} | {
						/** @constant */
						kind: "member";
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						member: string;
					} | {
						/** @constant */
						kind: "attachment";
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						attachment: string;
					} | {
						/** @constant */
						kind: "document";
						document: string;
					} | {
						/** @constant */
						kind: "user";
						user: string;
					})[];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c9414684"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-findings-id-confirm-closing": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					note: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c9414684"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-findings-id-decline-closing": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					note: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c9414684"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-findings-id-reopen": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c9414684"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-findings-id-due-date": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					dueOn: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_c9414684"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reconciliations": {
		parameters: {
			query?: {
				book?: string;
				signed?: "true" | "false";
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_b7cc5866"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-reconciliations": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					book: string;
					/** @example 2026-03 */
					month: string;
					/**
					 * @default here
					 * @enum {string}
					 */
					booksKept?: "here" | "elsewhere";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_b7cc5866"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reconciliations-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						book: string;
						month: string;
						number: number;
						/** @enum {string} */
						booksKept: "here" | "elsewhere";
						preparedBy: string;
						/** Format: date-time */
						preparedAt: string;
						lines: components["schemas"]["Shape_4afe113a"][];
						differences: components["schemas"]["Shape_89ff7940"][];
						explanations: components["schemas"]["Shape_0693024a"][];
						signatures: {
							/** @enum {string} */
							side: "cooperative" | "city";
							signedBy: string;
							/** Format: date-time */
							signedAt: string;
						}[];
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						asOf: string;
						hasMoved: boolean;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-stated-figures": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					book: string;
					/** @example 2026-03 */
					month: string;
					document: string;
					figures: {
						/** @example 0190b1c0-0000-7000-8000-000000000000 */
						allocation: string;
						/** @enum {string} */
						item: "owed" | "share" | "held" | "cash" | "outstanding";
						/** @example 1250000.00 */
						amount: string;
					}[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						month: string;
						document: string;
						figures: number;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-stated-figures-files": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example KOP-1771011001 */
					book: string;
					/** @example 2026-03 */
					month: string;
					document: string;
					contentBase64: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						month: string;
						document: string;
						figures: number;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-reconciliations-id-explanations": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					allocation: string;
					/** @enum {string} */
					item: "owed" | "share" | "held" | "cash" | "outstanding";
					/** @enum {string} */
					against: "city-book" | "city-stated" | "stated-book";
					/** @example 1250000.00 */
					amount: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_b7cc5866"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-reconciliations-id-sign-cooperative": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_b7cc5866"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-reconciliations-id-sign-city": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_b7cc5866"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-city-book-current-portions": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e8797ea5"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-city-book-current-portions": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					balanceDate: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_e8797ea5"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-city-book-provisions": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_55ef1374"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-city-book-provisions": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 2026-03 */
					month: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_55ef1374"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-city-policies": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							version: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveFrom: string;
							provisionPolicy: string;
							/** @example 1250000.00 */
							councilAbove: string;
							legalBasis: string;
							/** @enum {string} */
							status: "in-force" | "provisional";
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-revolving-fund-annex": {
		parameters: {
			query: {
				book: string;
				from?: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: {
							report: string;
							book: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							from: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							asOf: string;
							knownAt: string | null;
							/** Format: date-time */
							generatedAt: string;
							askedBy: string;
							policies: {
								kind: string;
								code: string;
								version: number;
								/** @enum {string} */
								status: "in-force" | "provisional";
								legalBasis: string;
							}[];
							isProvisional: boolean;
							notice: string | null;
							replica?: components["schemas"]["Shape_94eccf57"];
							digest: string;
							isEmpty: boolean;
							notes: {
								code: string;
								id: string;
								en: string;
							}[];
						};
						rows: {
							allocation: string | null;
							cooperative: string | null;
							name: string | null;
							kelurahan: string | null;
							agreementNumber: string | null;
							daysPastDue: number | null;
							monthsPastDue: number | null;
							class: string | null;
							className: string | null;
							/** @example 1250000.00 */
							opening: string;
							/** @example 1250000.00 */
							additions: string;
							/** @example 1250000.00 */
							repayments: string;
							/** @example 1250000.00 */
							writtenOff: string;
							/** @example 1250000.00 */
							claimed: string;
							/** @example 1250000.00 */
							other: string;
							/** @example 1250000.00 */
							closing: string;
							/** @example 1250000.00 */
							currentPortion: string;
							/** @example 1250000.00 */
							provision: string;
							/** @example 1250000.00 */
							requiredProvision: string;
							/** @example 1250000.00 */
							netRealisableValue: string;
							/** @example 1250000.00 */
							register: string;
							/** @example 1250000.00 */
							claims: string;
						}[];
						totals: {
							/** @example 1250000.00 */
							opening: string;
							/** @example 1250000.00 */
							additions: string;
							/** @example 1250000.00 */
							repayments: string;
							/** @example 1250000.00 */
							writtenOff: string;
							/** @example 1250000.00 */
							claimed: string;
							/** @example 1250000.00 */
							other: string;
							/** @example 1250000.00 */
							closing: string;
							/** @example 1250000.00 */
							currentPortion: string;
							/** @example 1250000.00 */
							provision: string;
							/** @example 1250000.00 */
							requiredProvision: string;
							/** @example 1250000.00 */
							netRealisableValue: string;
							/** @example 1250000.00 */
							register: string;
							/** @example 1250000.00 */
							claims: string;
						};
						control: {
							/** @example 1250000.00 */
							invested: string;
							/** @example 1250000.00 */
							provision: string;
							/** @example 1250000.00 */
							investedDifference: string;
							/** @example 1250000.00 */
							provisionDifference: string;
							isBalanced: boolean;
						};
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-allocations-id-write-offs": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_38a60a22"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-write-offs": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					step: "conditional" | "absolute";
					/** @example 1250000.00 */
					amount: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					decree: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					decreeOn: string;
					councilDocument?: string;
					reason: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_38a60a22"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-fund-write-offs-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_38a60a22"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-write-offs-id-confirm": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_38a60a22"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-write-offs-id-reject": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_38a60a22"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-write-offs-id-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_38a60a22"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-recoveries": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					document: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					remittedOn: string;
					/** @example 1250000.00 */
					amount: string;
					/** @enum {string} */
					method: "cash" | "bank";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						allocation: string;
						number: number;
						document: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						remittedOn: string;
						/** @example 1250000.00 */
						amount: string;
						entry: number;
						cityEntry: number;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-city-book-claims": {
		parameters: {
			query?: {
				allocation?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_0033c2ce"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-fund-claims-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0033c2ce"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-allocations-id-claims": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					pengurus: string;
					/** @enum {string} */
					shortage: "cash" | "bank";
					/** @example 1250000.00 */
					amount: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					foundOn: string;
					foundBy: string;
					description: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0033c2ce"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-claims-id-state": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					occurredOn: string;
					document: string;
					reason: string;
					/** @enum {string} */
					basis: "sktjm" | "decree";
					instalments: {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						dueOn: string;
						/** @example 1250000.00 */
						amount: string;
					}[];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0033c2ce"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-claims-id-payments": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					occurredOn: string;
					document: string;
					reason: string;
					/** @example 1250000.00 */
					amount: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0033c2ce"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-claims-id-reverse-payment": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					occurredOn: string;
					document: string;
					reason: string;
					receipt: number;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0033c2ce"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-claims-id-drop": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					occurredOn: string;
					document: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0033c2ce"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-claims-id-prosecute": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					occurredOn: string;
					document: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0033c2ce"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-fund-claims-id-cancel": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					occurredOn: string;
					document: string;
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_0033c2ce"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-public-receipts-code": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @example KW-12 */
						receipt: string;
						code: string;
						book: string;
						cooperative: string;
						/** @enum {string} */
						state: "recorded" | "partly-reversed" | "reversed" | "not-recorded";
						/** @enum {string} */
						direction: "received" | "paid-out";
						paidOn: string | null;
						/** @example 1250000.00 */
						amount: string;
						/** @example 1250000.00 */
						standing: string;
						entries: {
							number: number;
							hash: string;
							/** Format: date-time */
							recordedAt: string;
							/** @example 1250000.00 */
							amount: string;
							reversal: components["schemas"]["Shape_15637da6"] | null;
							isPostedAgain: boolean;
							proof: {
								bookPath: string[];
								head: {
									position: number;
									size: number;
									root: string;
									canonical: string;
								};
								logPath: string[];
							} | null;
						}[];
						evidence: {
							checkpoint: {
								sequence: number;
								/** Format: date-time */
								takenAt: string;
								logSize: number;
								logRoot: string;
								keyId: string;
								canonical: string;
								signature: string;
							};
							keys: {
								keyId: string;
								publicKey: string;
								certifiedBy: string;
								canonical: string;
								signature: string;
							}[];
						} | null;
						/** Format: date-time */
						checkedAt: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-kuitansi": {
		parameters: {
			query?: {
				kode?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"text/html": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-kuitansi-code": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"text/html": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-receipts-receipt": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				receipt: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						receipt: string;
						book: string;
						cooperative: {
							name: string;
							legalNumber: string;
						};
						/** @enum {string} */
						state: "recorded" | "partly-reversed" | "reversed" | "not-recorded";
						/** @enum {string} */
						direction: "received" | "paid-out";
						paidOn: string | null;
						/** @example 1250000.00 */
						amount: string;
						amountInWords: string;
						/** @example 1250000.00 */
						standing: string;
						items: {
							number: number;
							hash: string;
							/** Format: date-time */
							recordedAt: string;
							/** @example 1250000.00 */
							amount: string;
							reversal: components["schemas"]["Shape_15637da6"] | null;
							isPostedAgain: boolean;
							kind: string;
							loanNumber: number | null;
							member: {
								number: number;
								name: string;
							} | null;
							split: {
								/** @example 1250000.00 */
								principal: string;
								/** @example 1250000.00 */
								margin: string;
							} | null;
							receivedBy: string;
						}[];
						code: string;
						checkUrl: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-receipts-receipt-print": {
		parameters: {
			query?: {
				paper?: "58mm" | "80mm" | "a5";
			};
			header?: never;
			path: {
				book: string;
				receipt: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"text/html": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-detectors": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							name: string;
							looksFor: {
								id: string;
								en: string;
							};
							falsePositive: {
								id: string;
								en: string;
							};
							policy: {
								version: number;
								/**
								 * Format: date
								 * @example 2026-03-31
								 */
								effectiveFrom: string;
								/** @enum {string} */
								severity: "low" | "medium" | "high";
								legalBasis: string;
								/** @enum {string} */
								status: "in-force" | "provisional";
								thresholds: {
									name: string;
									value: number;
									meaning: {
										id: string;
										en: string;
									};
								}[];
							} | null;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-detections": {
		parameters: {
			query?: {
				run?: string;
				detector?: string;
				severity?: "low" | "medium" | "high";
				book?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							book: string;
							run: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							asOf: string;
							/** Format: date-time */
							recordedAt: string;
							detector: string;
							subject: string;
							/** @enum {string} */
							severity: "low" | "medium" | "high";
							sentence: {
								id: string;
								en: string;
							};
							evidence: ({
								/** @enum {string} */
								kind: "loan" | "member" | "repayment" | "pengurus" | "allocation" | "nik-attempt";
								id: string;
							} | {
								/** @constant */
								kind: "entry";
								number: number;
							} | {
								/** @constant */
								kind: "user";
								name: string;
							})[];
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-detections-runs": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					asOf: string;
					/** @example KOP-1771011001 */
					book?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						asOf: string;
						book: string | null;
						/** Format: date-time */
						startedAt: string;
						/** Format: date-time */
						endedAt: string;
						runBy: string;
						detectors: {
							detector: string;
							policyVersion: number;
							detections: number;
						}[];
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-statement-formats": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_312f519d"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-statement-formats": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example bri-csv */
					code: string;
					name: string;
					/** @enum {string} */
					kind: "csv" | "mt940" | "camt.053";
					layout?: {
						/** @enum {string} */
						delimiter: "," | ";" | "\t" | "|";
						/** @enum {string} */
						encoding: "utf-8" | "windows-1252";
						/** @enum {string} */
						order: "oldest-first" | "newest-first";
						/** @enum {string} */
						dateFormat: "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD-MM-YY" | "MM/DD/YYYY" | "YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD";
						/** @enum {string} */
						decimal: "," | ".";
						/** @enum {string} */
						thousands: "," | "." | " " | "";
						/** @enum {string} */
						textMark: "" | "'" | "=";
						date: string;
						description: string[];
						reference: string;
						balance: string;
						amount: {
							/** @constant */
							kind: "two-columns";
							debit: string;
							credit: string;
						} | {
							/** @constant */
							kind: "marked";
							amount: string;
							mark: string;
							debitMark: string;
							creditMark: string;
						} | {
							/** @constant */
							kind: "marked-within";
							amount: string;
							debitMark: string;
							creditMark: string;
						} | {
							/** @constant */
							kind: "signed";
							amount: string;
						};
						endsAt: string[];
					};
					/** @enum {string} */
					status: "found" | "provisional";
					source: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_312f519d"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-bank-match-rules": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8cc2e6c9"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-bank-match-rules": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					rules: {
						/** @enum {string} */
						kind: "reference" | "amount-and-date" | "sum-of-day";
						withinDays: number;
					}[];
					/** @enum {string} */
					status: "found" | "provisional";
					source: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_8cc2e6c9"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-cash-denominations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							/** @example 1250000.00 */
							value: string;
							/** @enum {string} */
							kind: "note" | "coin";
							/** @enum {string} */
							status: "found" | "provisional";
							source: string;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-accounts": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_2afe7f20"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-bank-accounts": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 1.1.01 */
					account: string;
					bank: string;
					accountNumber: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					openedOn: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_2afe7f20"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-accounts-bankAccount": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				bankAccount: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_2afe7f20"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-accounts-bankAccount-unmatched": {
		parameters: {
			query?: {
				asOf?: string;
			};
			header?: never;
			path: {
				book: string;
				bankAccount: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: {
							book: string;
							bankAccount: string;
							account: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							asOf: string;
						};
						onlyInStatement: components["schemas"]["Shape_c36a42b7"][];
						onlyInLedger: components["schemas"]["Shape_692276f7"][];
						totals: {
							/** @example 1250000.00 */
							onlyInStatement: string;
							/** @example 1250000.00 */
							onlyInLedger: string;
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-accounts-bankAccount-reconciliation": {
		parameters: {
			query?: {
				asOf?: string;
			};
			header?: never;
			path: {
				book: string;
				bankAccount: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: {
							book: string;
							bankAccount: string;
							account: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							asOf: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							statementUpTo: string;
						};
						onlyInStatement: components["schemas"]["Shape_c36a42b7"][];
						onlyInLedger: components["schemas"]["Shape_692276f7"][];
						gaps: {
							after: number;
							/** @example 1250000.00 */
							closing: string;
							before: number;
							/** @example 1250000.00 */
							opening: string;
							/** @example 1250000.00 */
							difference: string;
						}[];
						totals: {
							/** @example 1250000.00 */
							ledgerBalance: string;
							/** @example 1250000.00 */
							onlyInStatement: string;
							/** @example 1250000.00 */
							onlyInLedger: string;
							/** @example 1250000.00 */
							adjusted: string;
							/** @example 1250000.00 */
							statementBalance: string;
							/** @example 1250000.00 */
							difference: string;
							/** @example 1250000.00 */
							openingDifference: string;
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-statements": {
		parameters: {
			query?: {
				bankAccount?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							id: string;
							book: string;
							bankAccount: string;
							number: number;
							format: {
								code: string;
								version: number;
								/** @enum {string} */
								status: "found" | "provisional";
							};
							name: string;
							bytes: number;
							sha256: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							from: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							to: string;
							/** @example 1250000.00 */
							openingBalance: string;
							/** @example 1250000.00 */
							closingBalance: string;
							rows: number;
							/** Format: date-time */
							importedAt: string;
							importedBy: string;
							assertion: number | null;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-bank-statements": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					bankAccount: string;
					format: string;
					name: string;
					contentBase64: string;
					/** @example 1250000.00 */
					openingBalance?: string;
					/** @example 1250000.00 */
					closingBalance?: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						book: string;
						bankAccount: string;
						number: number;
						format: {
							code: string;
							version: number;
							/** @enum {string} */
							status: "found" | "provisional";
						};
						name: string;
						bytes: number;
						sha256: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						from: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						to: string;
						/** @example 1250000.00 */
						openingBalance: string;
						/** @example 1250000.00 */
						closingBalance: string;
						rows: number;
						/** Format: date-time */
						importedAt: string;
						importedBy: string;
						assertion: number | null;
						gapBefore: components["schemas"]["Shape_3c4af010"] | null;
						newRows: number;
						matched: number;
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-statements-statement": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				statement: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id: string;
						book: string;
						bankAccount: string;
						number: number;
						format: {
							code: string;
							version: number;
							/** @enum {string} */
							status: "found" | "provisional";
						};
						name: string;
						bytes: number;
						sha256: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						from: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						to: string;
						/** @example 1250000.00 */
						openingBalance: string;
						/** @example 1250000.00 */
						closingBalance: string;
						rows: number;
						/** Format: date-time */
						importedAt: string;
						importedBy: string;
						assertion: number | null;
						gapBefore: components["schemas"]["Shape_3c4af010"] | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-statements-statement-rows": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
				statement: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							row: string;
							line: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							bookedOn: string;
							/** @example 1250000.00 */
							amount: string;
							/** @example 1250000.00 */
							balance: string;
							reference: string;
							description: string;
							match: string | null;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-statements-statement-file": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				statement: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"text/csv": unknown;
					"text/plain": unknown;
					"application/xml": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-bank-accounts-bankAccount-match": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				bankAccount: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						matched: {
							rule: string;
							row: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							bookedOn: string;
							/** @example 1250000.00 */
							amount: string;
							lines: {
								entry: number;
								line: number;
							}[];
						}[];
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-bank-matches": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					bankAccount: string;
					rows: string[];
					lines: {
						entry: number;
						line: number;
					}[];
					note: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_6bf4b837"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-bank-matches-match-unmatch": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				match: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_6bf4b837"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-accounts-bankAccount-matches": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
				bankAccount: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_6bf4b837"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-bank-matches-match": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				match: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_6bf4b837"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-cash-counts": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
				order?: "oldest-first" | "newest-first";
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_996ad7b9"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-cash-counts": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					pieces: {
						/** @example 1250000.00 */
						value: string;
						/** @enum {string} */
						kind: "note" | "coin";
						pieces: number;
					}[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_996ad7b9"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-cash-counts-count": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				count: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_996ad7b9"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-cash-counts-count-confirm": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				count: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_996ad7b9"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-cash-counts-count-book-difference": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				count: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_996ad7b9"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-import-templates-kind": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				kind: "members" | "opening-balances" | "loans" | "savings" | "groups" | "collections";
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-imports": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_3976fe1c"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-imports": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					kind: "members" | "opening-balances" | "loans" | "savings" | "groups" | "collections";
					name: string;
					contentBase64: string;
					/** @enum {string} */
					numberFormat?: "id" | "en";
					/** @enum {string} */
					dateOrder?: "dmy" | "mdy";
					opening?: components["schemas"]["Shape_806a0d7e"];
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-imports-import": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-imports-import-findings": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_f8ea3d85"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-imports-import-copy": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-imports-import-approve": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					previewDigest: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-imports-import-reject": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-imports-import-resume": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-imports-import-undo": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-allocation-import-templates-kind": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				kind: "allocations";
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-allocation-imports": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_3976fe1c"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-allocation-imports": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					kind: "allocations";
					name: string;
					contentBase64: string;
					/** @enum {string} */
					numberFormat?: "id" | "en";
					/** @enum {string} */
					dateOrder?: "dmy" | "mdy";
					opening?: components["schemas"]["Shape_806a0d7e"];
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-allocation-imports-import": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-allocation-imports-import-findings": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_f8ea3d85"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-allocation-imports-import-copy": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-allocation-imports-import-approve": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					previewDigest: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-allocation-imports-import-reject": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-allocation-imports-import-resume": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-allocation-imports-import-undo": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				import: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_5b915943"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-export": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					personalData: boolean;
					reason?: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/zip": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-accounts": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_fa5aad97"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-accounts": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 1.1.01 */
					code: string;
					nameId: string;
					nameEn: string;
					/** @enum {string} */
					class: "asset" | "liability" | "equity" | "income" | "expense" | "memo";
					/** @enum {string} */
					normalSide: "debit" | "credit";
					/** @enum {string} */
					floor?: "none" | "account" | "fund" | "loan" | "member";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_fa5aad97"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-accounts-code-ledger": {
		parameters: {
			query?: {
				from?: string;
				to?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							account: string;
							/** @enum {string} */
							side: "debit" | "credit";
							/** @example 1250000.00 */
							amount: string;
							fund: string | null;
							loan: string | null;
							member: string | null;
							counterparty: string | null;
							entry: number;
							line: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveOn: string;
							kind: string;
							reason: string;
							document: string;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-accounts-code-balance": {
		parameters: {
			query?: {
				asOf?: string;
				knownAt?: string;
				fund?: string;
			};
			header?: never;
			path: {
				book: string;
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						book: string;
						account: string;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						asOf: string;
						knownAt: string | null;
						/** @example 1250000.00 */
						debits: string;
						/** @example 1250000.00 */
						credits: string;
						/** @example 1250000.00 */
						balance: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-entries": {
		parameters: {
			query?: {
				from?: string;
				to?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_df10f2d3"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-entries": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
					/** @enum {string} */
					ifClosed?: "refuse" | "next-open-month";
					lines: components["schemas"]["Shape_c6f4b8d3"][];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_df10f2d3"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-entries-with-papers": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
					/** @enum {string} */
					ifClosed?: "refuse" | "next-open-month";
					lines: components["schemas"]["Shape_c6f4b8d3"][];
					attachments: string[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_df10f2d3"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-entries-number": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_df10f2d3"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-entries-number-reverse": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveOn: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_df10f2d3"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-entries-batch": {
		parameters: {
			query?: {
				mode?: "atomic" | "independent";
			};
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @enum {string} */
					mode?: "atomic" | "independent";
					entries: unknown[];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						accepted: number;
						refused: number;
						results: ({
							index: number;
							/** @constant */
							status: "posted";
							number: number;
							hash: string;
						} | components["schemas"]["Shape_8f849131"])[];
					};
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-periods": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_a40e5167"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-periods": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 2026-03 */
					month: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_a40e5167"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-periods-month-confirm": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				month: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_a40e5167"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-periods-month-reopen": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				month: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_a40e5167"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-periods-month-trial-balance": {
		parameters: {
			query?: {
				sequence?: string;
			};
			header?: never;
			path: {
				book: string;
				month: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: {
							book: string;
							month: string;
							sequence: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							asOf: string;
							knownToEntry: number;
							tipHash: string;
							/** Format: date-time */
							frozenAt: string;
							requestedBy: string;
							confirmedBy: string;
						};
						rows: {
							account: string;
							nameId: string;
							nameEn: string;
							/** @example 1250000.00 */
							debit: string;
							/** @example 1250000.00 */
							credit: string;
						}[];
						totals: {
							/** @example 1250000.00 */
							debit: string;
							/** @example 1250000.00 */
							credit: string;
						};
						canonical: string;
						hash: string;
						signature: {
							/** @constant */
							algorithm: "Ed25519";
							keyId: string;
							publicKey: string;
							value: string;
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-years-year-close": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				year: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 1.1.01 */
					equityAccount: string;
					reason: string;
					document: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_df10f2d3"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-assertions": {
		parameters: {
			query?: {
				account?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_3aea2025"][];
						nextCursor: string | null;
						counts: {
							holding: number;
							differing: number;
							broken: number;
							withdrawn: number;
							overdue: number;
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-assertions": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 1.1.01 */
					account: string;
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					fund?: string;
					/** @example 0190b1c0-0000-7000-8000-000000000000 */
					member?: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					assertedOn: string;
					/** @example 1250000.00 */
					amount: string;
					/** @enum {string} */
					source: "cash-count" | "bank-statement" | "passbook" | "confirmation";
					document: string;
					note?: string;
					countedWith?: string;
					/** @enum {string} */
					policy?: "refuse" | "flag";
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_3aea2025"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-assertions-overdue": {
		parameters: {
			query?: {
				asOf?: string;
			};
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							account: string;
							everyDays: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							ruleFrom: string;
							newest: {
								number: number;
								/**
								 * Format: date
								 * @example 2026-03-31
								 */
								assertedOn: string;
							} | null;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							dueOn: string;
							daysOverdue: number;
						}[];
						nextCursor: string | null;
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						asOf: string;
						ruled: number;
						overdue: number;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-assertions-number": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_3aea2025"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-assertions-number-withdraw": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					reason: string;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_3aea2025"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-assertion-rules": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_7e2cda9b"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-books-book-assertion-rules": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				book: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example 1.1.01 */
					account: string;
					/**
					 * Format: date
					 * @example 2026-03-31
					 */
					effectiveFrom: string;
					everyDays?: number;
					/** @enum {string} */
					policy: "refuse" | "flag";
					reason: string;
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_7e2cda9b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-checkpoints": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_1a39115b"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-audit-checkpoints": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1a39115b"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-checkpoints-sequence": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				sequence: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_1a39115b"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-checkpoints-sequence-leaves": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				sequence: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							position: number;
							hash: string;
							canonical: string | null;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-consistency": {
		parameters: {
			query: {
				from: string;
				to?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						from: components["schemas"]["Shape_1a39115b"];
						to: components["schemas"]["Shape_1a39115b"];
						path: string[];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-proofs-book-entry": {
		parameters: {
			query?: {
				checkpoint?: string;
			};
			header?: never;
			path: {
				book: string;
				entry: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						entry: {
							book: string;
							number: number;
							hash: string;
							canonical: string;
						};
						bookProof: components["schemas"]["Shape_a8d54bf4"];
						head: {
							position: number;
							checkpoint: number;
							book: string;
							size: number;
							head: string;
							root: string;
							/** Format: date-time */
							recordedAt: string;
							canonical: string;
						};
						logProof: components["schemas"]["Shape_a8d54bf4"];
						checkpoint: components["schemas"]["Shape_1a39115b"];
						keys: components["schemas"]["Shape_84237a6b"][];
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-pack": {
		parameters: {
			query: {
				book: string;
				checkpoint?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/x-ndjson": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-keys": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_84237a6b"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-audit-verifier": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"text/plain": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-chores": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							/** @enum {string} */
							name: "months-sealed" | "classes" | "provisions" | "detectors" | "verification" | "checkpoints" | "findings-escalated" | "reports-expired" | "imports-forgotten";
							summary: {
								id: string;
								en: string;
							};
							/** @enum {string} */
							rhythm: "nightly" | "recurring";
							lastRun: components["schemas"]["Shape_044f775b"] | null;
							lastSuccessAt: string | null;
							daysBehind: number;
							due: string[];
							nextAt: string | null;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-chores-runs": {
		parameters: {
			query?: {
				chore?: "months-sealed" | "classes" | "provisions" | "detectors" | "verification" | "checkpoints" | "findings-escalated" | "reports-expired" | "imports-forgotten";
				state?: "running" | "done" | "failed";
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_044f775b"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-webhooks": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_53568d08"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-webhooks": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @example https://receiver.example/bergulir */
					address: string;
					events: ("entry.posted" | "period.closed" | "finding.raised" | "checkpoint.taken")[];
				};
			};
		};
		responses: {
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_9d1598c0"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-webhooks-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_53568d08"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-webhooks-id-disable": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_53568d08"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-webhooks-id-rotate-secret": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_9d1598c0"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-webhooks-id-deliveries": {
		parameters: {
			query?: {
				state?: "waiting" | "delivered" | "dead";
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_843e15db"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-webhooks-id-deliveries-event-attempts": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
				event: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							attempt: number;
							/** Format: date-time */
							attemptedAt: string;
							status: number | null;
							failure: string | null;
							tookMs: number;
						}[];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-webhooks-id-deliveries-event-resend": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
				event: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_843e15db"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-trial-balance": {
		parameters: {
			query: {
				book: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							account: string;
							nameId: string;
							nameEn: string;
							class: string;
							/** @example 1250000.00 */
							debit: string;
							/** @example 1250000.00 */
							credit: string;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							/** @example 1250000.00 */
							debit: string;
							/** @example 1250000.00 */
							credit: string;
						};
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-fund-health": {
		parameters: {
			query?: {
				region?: string;
				level?: "village" | "district" | "regency" | "province";
				programme?: string;
				asOf?: string;
				knownAt?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							region: string;
							name: string;
							/** @enum {string} */
							level: "village" | "district" | "regency" | "province" | "programme" | "whole";
							sums: components["schemas"]["Shape_da0e821a"];
							activeLoans: number;
							borrowers: number;
							womenBorrowers: number;
							notRemittedDays: number;
							operations: {
								/** @example 1250000.00 */
								income: string;
								/** @example 1250000.00 */
								expenses: string;
							} | null;
							ratios: components["schemas"]["Shape_8447a920"];
							valuations: components["schemas"]["Shape_30e49b7e"][];
							graded: components["schemas"]["Shape_d227fc66"] | null;
							funds: string[];
						}[];
						kecamatan: components["schemas"]["Shape_935cd189"][];
						cities: components["schemas"]["Shape_935cd189"][];
						provinces: components["schemas"]["Shape_935cd189"][];
						programmes: components["schemas"]["Shape_935cd189"][];
						totals: components["schemas"]["Shape_935cd189"];
						mirror: {
							/** @example 1250000.00 */
							cityInvestment: string;
							/** @example 1250000.00 */
							owedByCooperatives: string;
							/** @example 1250000.00 */
							difference: string;
							isBalanced: boolean;
						} | null;
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-fund-health-trend": {
		parameters: {
			query?: {
				region?: string;
				programme?: string;
				months?: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							sums: components["schemas"]["Shape_da0e821a"];
							activeLoans: number;
							borrowers: number;
							womenBorrowers: number;
							notRemittedDays: number;
							operations: {
								/** @example 1250000.00 */
								income: string;
								/** @example 1250000.00 */
								expenses: string;
							} | null;
							ratios: components["schemas"]["Shape_8447a920"];
							valuations: components["schemas"]["Shape_30e49b7e"][];
							graded: components["schemas"]["Shape_d227fc66"] | null;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							on: string;
						}[];
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-public-fund-health": {
		parameters: {
			query?: {
				region?: string;
				asOf?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @example 2026-03-31
						 */
						asOf: string;
						rows: components["schemas"]["Shape_935cd189"][];
						kecamatan: components["schemas"]["Shape_935cd189"][];
						totals: components["schemas"]["Shape_935cd189"];
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-general-ledger": {
		parameters: {
			query: {
				book: string;
				from?: string;
				asOf?: string;
				knownAt?: string;
				account?: string;
				kind?: string;
				exceptKind?: string;
				side?: "debit" | "credit";
				fund?: string;
				loan?: string;
				member?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							/** @enum {string} */
							row: "opening" | "line" | "closing";
							account: string;
							nameId: string;
							nameEn: string;
							date: string | null;
							entry: number | null;
							line: number | null;
							kind: string | null;
							description: string | null;
							document: string | null;
							counterAccounts: string | null;
							debit: string | null;
							credit: string | null;
							/** @example 1250000.00 */
							balance: string;
							fund: string | null;
							loan: string | null;
							member: string | null;
						}[];
						totals: {
							/** @example 1250000.00 */
							debit: string;
							/** @example 1250000.00 */
							credit: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-journal": {
		parameters: {
			query: {
				book: string;
				from?: string;
				asOf?: string;
				knownAt?: string;
				kind?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							entry: number;
							line: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							date: string;
							/** Format: date-time */
							recordedAt: string;
							actor: string;
							kind: string;
							description: string;
							document: string;
							reverses: number | null;
							account: string;
							nameId: string;
							nameEn: string;
							/** @example 1250000.00 */
							debit: string;
							/** @example 1250000.00 */
							credit: string;
							fund: string | null;
							loan: string | null;
							member: string | null;
						}[];
						totals: {
							entries: number;
							lines: number;
							/** @example 1250000.00 */
							debit: string;
							/** @example 1250000.00 */
							credit: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-fund-statement": {
		parameters: {
			query: {
				allocation: string;
				from?: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						allocation: {
							id: string;
							kelurahan: string;
							agreementNumber: string;
							/** @example 1250000.00 */
							amount: string;
						};
						rows: {
							/** @enum {string} */
							part: "debt" | "heldForCity" | "money" | "loans" | "beforeSale" | "downPayments" | "cityShare" | "income";
							/** @enum {string} */
							row: "opening" | "movement" | "closing";
							kind: string | null;
							increase: string | null;
							decrease: string | null;
							balance: string | null;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							/** @example 1250000.00 */
							tranchesReceived: string;
							/** @example 1250000.00 */
							returned: string;
							/** @example 1250000.00 */
							remitted: string;
							/** @example 1250000.00 */
							principalCollected: string;
							/** @example 1250000.00 */
							disbursed: string;
							/** @example 1250000.00 */
							collectedNotRemitted: string;
							/** @example 1250000.00 */
							cashAndBank: string;
							/** @example 1250000.00 */
							outstandingPrincipal: string;
							/** @example 1250000.00 */
							owed: string;
							/** @example 1250000.00 */
							earned: string;
							/** @example 1250000.00 */
							shareOwed: string;
						};
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-notes": {
		parameters: {
			query: {
				book: string;
				from: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							/** @enum {string} */
							note: "cash" | "receivables" | "investment" | "provision" | "claims" | "city-debt" | "equity" | "benevolence";
							account: string;
							nameId: string;
							nameEn: string;
							kind: string | null;
							fund: string | null;
							agreement: string | null;
							kelurahan: string | null;
							/** @example 1250000.00 */
							opening: string;
							/** @example 1250000.00 */
							increase: string;
							/** @example 1250000.00 */
							decrease: string;
							/** @example 1250000.00 */
							closing: string;
							links: {
								[key: string]: string;
							};
						}[];
						classes: {
							policy: string;
							class: string;
							nameId: string;
							nameEn: string;
							loans: number;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							provision: string;
							/** @example 1250000.00 */
							netRealisableValue: string;
						}[];
						totals: {
							/** @enum {string} */
							note: "cash" | "receivables" | "investment" | "provision" | "claims" | "city-debt" | "equity" | "benevolence";
							/** @example 1250000.00 */
							opening: string;
							/** @example 1250000.00 */
							increase: string;
							/** @example 1250000.00 */
							decrease: string;
							/** @example 1250000.00 */
							closing: string;
						}[];
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-surplus-distribution": {
		parameters: {
			query: {
				book: string;
				year: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						year: number;
						/** @enum {string} */
						state: "not-closed" | "not-distributed" | "loss" | "distributed";
						decision: {
							distribution: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							decidedOn: string;
							document: string;
							firstEntry: number;
							lastEntry: number;
							recordedBy: string;
						} | null;
						rows: {
							year: {
								/** @enum {string} */
								row: "earned" | "closed" | "distributed";
								/** @example 1250000.00 */
								amount: string;
								entry: number | null;
								links: {
									[key: string]: string;
								};
							}[];
							parts: {
								kind: string;
								name: string;
								percent: string;
								account: string;
								/** @example 1250000.00 */
								share: string;
								base: string | null;
								/** @example 1250000.00 */
								amount: string;
								links: {
									[key: string]: string;
								};
							}[];
							members: {
								memberNumber: number;
								member: string;
								/** @example 1250000.00 */
								savingsBase: string;
								/** @example 1250000.00 */
								businessBase: string;
								/** @example 1250000.00 */
								savingsShare: string;
								/** @example 1250000.00 */
								businessShare: string;
								/** @example 1250000.00 */
								share: string;
								/** @example 1250000.00 */
								paid: string;
								/** @example 1250000.00 */
								left: string;
								links: {
									[key: string]: string;
								};
							}[];
						};
						totals: {
							/** @example 1250000.00 */
							earned: string;
							/** @example 1250000.00 */
							closed: string;
							/** @example 1250000.00 */
							distributed: string;
							/** @example 1250000.00 */
							savingsBase: string;
							/** @example 1250000.00 */
							businessBase: string;
							/** @example 1250000.00 */
							savingsShare: string;
							/** @example 1250000.00 */
							businessShare: string;
							/** @example 1250000.00 */
							share: string;
							/** @example 1250000.00 */
							paid: string;
							/** @example 1250000.00 */
							left: string;
							/** @example 1250000.00 */
							leftOfOthers: string;
							/** @example 1250000.00 */
							control: string;
						};
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-health-score": {
		parameters: {
			query: {
				book: string;
				policy?: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							policy: string;
							section: string;
							sectionId: string;
							sectionEn: string;
							code: string;
							nameId: string;
							nameEn: string;
							formulaId: string;
							formulaEn: string;
							numerator: string | null;
							denominator: string | null;
							value: string | null;
							band: string | null;
							/** @enum {string} */
							outcome: "scored" | "needs-person" | "no-divisor" | "bands-not-found";
							score: string | null;
							weight: string;
							points: string | null;
							source: string;
							isProvisional: boolean;
							links: {
								[key: string]: string;
							};
						}[];
						scores: {
							policy: string;
							version: number;
							nameId: string;
							nameEn: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveFrom: string;
							isProvisional: boolean;
							replacedBy: string | null;
							assessedWeight: string;
							points: string;
							pointsOfAssessed: string | null;
							predicate: {
								code: string;
								nameId: string;
								nameEn: string;
								atLeast: string;
								source: string;
								isProvisional: boolean;
								coveredWeight: string;
							} | null;
							predicateAtWorst: components["schemas"]["Shape_d717b514"];
							predicateAtBest: components["schemas"]["Shape_d717b514"];
						}[];
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-balance-sheet": {
		parameters: {
			query: {
				book: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							assets: components["schemas"]["Shape_eef83aba"][];
							liabilities: components["schemas"]["Shape_eef83aba"][];
							equity: components["schemas"]["Shape_eef83aba"][];
							memo: components["schemas"]["Shape_eef83aba"][];
						};
						totals: {
							/** @example 1250000.00 */
							assets: string;
							/** @example 1250000.00 */
							liabilities: string;
							/** @example 1250000.00 */
							equity: string;
							/** @example 1250000.00 */
							surplus: string;
						};
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-income-statement": {
		parameters: {
			query: {
				book: string;
				from: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							income: components["schemas"]["Shape_eef83aba"][];
							expenses: components["schemas"]["Shape_eef83aba"][];
						};
						totals: {
							/** @example 1250000.00 */
							income: string;
							/** @example 1250000.00 */
							expenses: string;
							/** @example 1250000.00 */
							surplus: string;
						};
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-equity-changes": {
		parameters: {
			query: {
				book: string;
				from: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_ec52374b"];
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-benevolence-funds": {
		parameters: {
			query: {
				book: string;
				from: string;
				asOf?: string;
				knownAt?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_ec52374b"];
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-cash-flow": {
		parameters: {
			query: {
				book: string;
				from: string;
				asOf?: string;
				knownAt?: string;
				method?: "direct" | "indirect";
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						/** @constant */
						method: "direct";
						rows: {
							kind: string;
							/** @example 1250000.00 */
							receipts: string;
							/** @example 1250000.00 */
							payments: string;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							/** @example 1250000.00 */
							opening: string;
							/** @example 1250000.00 */
							receipts: string;
							/** @example 1250000.00 */
							payments: string;
							/** @example 1250000.00 */
							net: string;
							/** @example 1250000.00 */
							closing: string;
						};
					} | {
						meta: components["schemas"]["Shape_faebb300"];
						/** @constant */
						method: "indirect";
						rows: {
							/** @enum {string} */
							section: "surplus" | "adjustments" | "operating" | "investing" | "financing";
							account: string | null;
							nameId: string;
							nameEn: string;
							/** @example 1250000.00 */
							amount: string;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							/** @example 1250000.00 */
							operating: string;
							/** @example 1250000.00 */
							investing: string;
							/** @example 1250000.00 */
							financing: string;
							/** @example 1250000.00 */
							opening: string;
							/** @example 1250000.00 */
							net: string;
							/** @example 1250000.00 */
							closing: string;
						};
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-restatement": {
		parameters: {
			query: {
				book: string;
				from: string;
				to: string;
				since: string;
				knownAt?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: {
							report: string;
							book: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							from: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							to: string;
							/** Format: date-time */
							since: string;
							sinceEntry: number;
							knownAt: string | null;
							lastEntry: number;
							/** Format: date-time */
							generatedAt: string;
							askedBy: string;
							replica?: components["schemas"]["Shape_94eccf57"];
							digest: string;
							isEmpty: boolean;
							notes: {
								code: string;
								id: string;
								en: string;
							}[];
						};
						nothingChanged: boolean;
						statement: string;
						entries: {
							number: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveOn: string;
							/** Format: date-time */
							recordedAt: string;
							occurredOn: string | null;
							isWithin: boolean;
							daysLate: number;
							actor: string;
							kind: string;
							reason: string;
							document: string;
							reverses: number | null;
							/** @enum {string} */
							monthState: "open" | "closed" | "reopened";
							hash: string;
							lines: {
								account: string;
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
								fund: string | null;
								loan: string | null;
								member: string | null;
								counterparty: string | null;
							}[];
						}[];
						nextCursor: string | null;
						rows: {
							account: string;
							nameId: string;
							nameEn: string;
							class: string;
							/** @enum {string} */
							normalSide: "debit" | "credit";
							isChanged: boolean;
							/** @example 1250000.00 */
							knownThen: string;
							/** @example 1250000.00 */
							changeBefore: string;
							/** @example 1250000.00 */
							changeWithin: string;
							/** @example 1250000.00 */
							change: string;
							/** @example 1250000.00 */
							knownNow: string;
							turnoverThen: {
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
							};
							turnoverChange: {
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
							};
							turnoverNow: {
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
							};
						}[];
						totals: {
							entries: number;
							entriesBefore: number;
							entriesBookedLater: number;
							knownThen: {
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
							};
							change: {
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
							};
							knownNow: {
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
							};
							turnoverThen: {
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
							};
							turnoverChange: {
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
							};
							turnoverNow: {
								/** @example 1250000.00 */
								debit: string;
								/** @example 1250000.00 */
								credit: string;
							};
							isProven: boolean;
						};
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-books-book-accounts-code-explain": {
		parameters: {
			query?: {
				asOf?: string;
				knownAt?: string;
				fund?: string;
				loan?: string;
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path: {
				book: string;
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: {
							report: string;
							book: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							asOf: string;
							knownAt: string | null;
							fund: string | null;
							loan: string | null;
							/** Format: date-time */
							generatedAt: string;
							askedBy: string;
						};
						account: {
							code: string;
							nameId: string;
							nameEn: string;
							class: string;
							/** @enum {string} */
							normalSide: "debit" | "credit";
						};
						/** @example 1250000.00 */
						balance: string;
						sentence: string;
						opening: {
							/** @enum {string} */
							basis: "closed-month" | "sealed-month" | "book-opened";
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							on: string;
							/** @example 1250000.00 */
							balance: string;
						};
						movements: {
							entries: number;
							/** @example 1250000.00 */
							increase: string;
							/** @example 1250000.00 */
							decrease: string;
							kinds: {
								kind: string;
								entries: number;
								/** @example 1250000.00 */
								increase: string;
								/** @example 1250000.00 */
								decrease: string;
							}[];
						};
						addsUp: boolean;
						entries: {
							number: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveOn: string;
							/** Format: date-time */
							recordedAt: string;
							/** @example 1250000.00 */
							debit: string;
							/** @example 1250000.00 */
							credit: string;
							/** @example 1250000.00 */
							amount: string;
							/** @example 1250000.00 */
							balanceAfter: string;
							actor: string;
							kind: string;
							reason: string;
							document: string;
							reverses: number | null;
							hash: string;
						}[];
						nextCursor: string | null;
						assertions: {
							number: number;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							assertedOn: string;
							source: string;
							document: string;
							fund: string | null;
							member: string | null;
							assertedBy: string;
							/** Format: date-time */
							recordedAt: string;
							/** @example 1250000.00 */
							amount: string;
							difference: string | null;
							holds: boolean | null;
							brokenBy: number[];
						}[];
						closings: {
							month: string;
							sequence: number;
							requestedBy: string;
							confirmedBy: string;
							/** Format: date-time */
							confirmedAt: string;
							reopenedBy: string | null;
							reopenedAt: string | null;
							reopenReason: string | null;
							knownToEntry: number;
							hash: string;
							keyId: string;
							/** @example 1250000.00 */
							frozen: string;
							/** @example 1250000.00 */
							balance: string;
							holds: boolean;
						}[];
						chain: {
							tip: {
								number: number;
								hash: string;
							} | null;
							lastEntry: {
								number: number;
								hash: string;
							} | null;
							checkpoint: {
								sequence: number;
								/** Format: date-time */
								takenAt: string;
								logSize: number;
								logRoot: string;
								keyId: string;
							} | null;
						};
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-changes": {
		parameters: {
			query?: {
				book?: string;
				region?: string;
				after?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							book: string;
							number: number;
							/** Format: date-time */
							recordedAt: string;
							/**
							 * Format: date
							 * @example 2026-03-31
							 */
							effectiveOn: string;
							occurredOn: string | null;
							kind: string;
							actor: string;
							reason: string;
							document: string;
							reverses: number | null;
							hash: string;
							lines: components["schemas"]["Shape_53fd3165"][];
							links: {
								/** @enum {string} */
								rel: "self" | "loan" | "allocation";
								href: string;
							}[];
						}[];
						nextCursor: string | null;
						after: string;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-loan-portfolio": {
		parameters: {
			query?: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				officer?: string;
				group?: string;
				disbursedIn?: string;
				policy?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							book: string | null;
							number: number;
							memberNumber: number;
							member: string | null;
							phone: string | null;
							akad: string | null;
							loan: string | null;
							kelurahan: string | null;
							agreement: string | null;
							officer: string | null;
							disbursedOn: string | null;
							/** @example 1250000.00 */
							disbursed: string;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							margin: string;
							/** @example 1250000.00 */
							owed: string;
							/** @example 1250000.00 */
							arrears: string;
							daysPastDue: number;
							lateSince: string | null;
							isRestructured: boolean;
							class: string | null;
							/** @example 1250000.00 */
							provision: string;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							loans: number;
							/** @example 1250000.00 */
							disbursed: string;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							margin: string;
							/** @example 1250000.00 */
							owed: string;
							/** @example 1250000.00 */
							arrears: string;
							/** @example 1250000.00 */
							restructured: string;
							/** @example 1250000.00 */
							provision: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-ageing": {
		parameters: {
			query?: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				officer?: string;
				group?: string;
				by?: "fund" | "kelurahan";
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							kelurahan: string | null;
							kelurahanName: string | null;
							book: string | null;
							agreement: string | null;
							fund: string | null;
							loans0: number;
							/** @example 1250000.00 */
							balance0: string;
							loans1_30: number;
							/** @example 1250000.00 */
							balance1_30: string;
							/** @example 1250000.00 */
							late1_30: string;
							loans31_60: number;
							/** @example 1250000.00 */
							balance31_60: string;
							/** @example 1250000.00 */
							late31_60: string;
							loans61_90: number;
							/** @example 1250000.00 */
							balance61_90: string;
							/** @example 1250000.00 */
							late61_90: string;
							loans91_180: number;
							/** @example 1250000.00 */
							balance91_180: string;
							/** @example 1250000.00 */
							late91_180: string;
							loans181: number;
							/** @example 1250000.00 */
							balance181: string;
							/** @example 1250000.00 */
							late181: string;
							loans: number;
							/** @example 1250000.00 */
							balance: string;
							/** @example 1250000.00 */
							late: string;
							par1: string | null;
							par30: string | null;
							par60: string | null;
							par90: string | null;
							/** @example 1250000.00 */
							restructured: string;
							par30Restructured: string | null;
							/** @example 1250000.00 */
							writtenOff: string;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							loans0: number;
							/** @example 1250000.00 */
							balance0: string;
							loans1_30: number;
							/** @example 1250000.00 */
							balance1_30: string;
							/** @example 1250000.00 */
							late1_30: string;
							loans31_60: number;
							/** @example 1250000.00 */
							balance31_60: string;
							/** @example 1250000.00 */
							late31_60: string;
							loans61_90: number;
							/** @example 1250000.00 */
							balance61_90: string;
							/** @example 1250000.00 */
							late61_90: string;
							loans91_180: number;
							/** @example 1250000.00 */
							balance91_180: string;
							/** @example 1250000.00 */
							late91_180: string;
							loans181: number;
							/** @example 1250000.00 */
							balance181: string;
							/** @example 1250000.00 */
							late181: string;
							loans: number;
							/** @example 1250000.00 */
							balance: string;
							/** @example 1250000.00 */
							late: string;
							par1: string | null;
							par30: string | null;
							par60: string | null;
							par90: string | null;
							/** @example 1250000.00 */
							restructured: string;
							par30Restructured: string | null;
							/** @example 1250000.00 */
							writtenOff: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-collectibility": {
		parameters: {
			query?: {
				asOf?: string;
				knownAt?: string;
				book?: string;
				region?: string;
				policy?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_ac20668b"];
						rows: {
							book: string;
							loan: string;
							number: number;
							fund: string;
							frequency: string;
							/** @example 1250000.00 */
							owed: string;
							/** @example 1250000.00 */
							principal: string;
							daysPastDue: number;
							monthsPastDue: number;
							missedPayments: number;
							links: {
								[key: string]: string;
							};
							classes: {
								policy: string;
								class: string;
								name: string;
								byLateness: string;
								byHand: string | null;
							}[];
						}[];
						nextCursor: string | null;
						totals: {
							policy: string;
							loans: number;
							/** @example 1250000.00 */
							owed: string;
							/** @example 1250000.00 */
							principal: string;
							classes: {
								class: string;
								name: string;
								loans: number;
								/** @example 1250000.00 */
								owed: string;
								/** @example 1250000.00 */
								principal: string;
								share: string | null;
							}[];
						}[];
						control: components["schemas"]["Shape_e6a054a2"];
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-provisioning": {
		parameters: {
			query?: {
				asOf?: string;
				knownAt?: string;
				book?: string;
				region?: string;
				policy?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_ac20668b"];
						rows: {
							book: string;
							loan: string;
							number: number;
							fund: string;
							frequency: string;
							/** @example 1250000.00 */
							owed: string;
							/** @example 1250000.00 */
							principal: string;
							daysPastDue: number;
							monthsPastDue: number;
							missedPayments: number;
							links: {
								[key: string]: string;
							};
							/** @example 1250000.00 */
							collateral: string;
							provisions: {
								policy: string;
								class: string;
								name: string;
								percentage: string;
								/** @example 1250000.00 */
								base: string;
								/** @example 1250000.00 */
								provision: string;
								/** @example 1250000.00 */
								netRealisableValue: string;
							}[];
						}[];
						nextCursor: string | null;
						totals: {
							policy: string;
							loans: number;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							collateral: string;
							/** @example 1250000.00 */
							provision: string;
							/** @example 1250000.00 */
							netRealisableValue: string;
							/** @example 1250000.00 */
							allowance: string;
							/** @example 1250000.00 */
							allowanceOver: string;
							classes: {
								class: string;
								name: string;
								percentage: string;
								loans: number;
								/** @example 1250000.00 */
								principal: string;
								/** @example 1250000.00 */
								base: string;
								/** @example 1250000.00 */
								collateral: string;
								/** @example 1250000.00 */
								provision: string;
								/** @example 1250000.00 */
								netRealisableValue: string;
							}[];
						}[];
						control: components["schemas"]["Shape_e6a054a2"];
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-collections": {
		parameters: {
			query: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				officer?: string;
				group?: string;
				from: string;
				by?: "loan" | "fund";
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							book: string | null;
							number: string | null;
							fund: string | null;
							kelurahan: string | null;
							on: string | null;
							/** @example 1250000.00 */
							arrearsOpening: string;
							/** @example 1250000.00 */
							duePrincipal: string;
							/** @example 1250000.00 */
							dueMargin: string;
							/** @example 1250000.00 */
							due: string;
							/** @example 1250000.00 */
							paidPrincipal: string;
							/** @example 1250000.00 */
							paidMargin: string;
							/** @example 1250000.00 */
							paid: string;
							/** @example 1250000.00 */
							paidBefore: string;
							/** @example 1250000.00 */
							paidArrears: string;
							/** @example 1250000.00 */
							paidOfDue: string;
							/** @example 1250000.00 */
							paidEarly: string;
							/** @example 1250000.00 */
							takenBack: string;
							/** @example 1250000.00 */
							changedOtherwise: string;
							/** @example 1250000.00 */
							arrearsClosing: string;
							currentRate: string | null;
							collectionRate: string | null;
							loan: string | null;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							/** @example 1250000.00 */
							arrearsOpening: string;
							/** @example 1250000.00 */
							duePrincipal: string;
							/** @example 1250000.00 */
							dueMargin: string;
							/** @example 1250000.00 */
							due: string;
							/** @example 1250000.00 */
							paidPrincipal: string;
							/** @example 1250000.00 */
							paidMargin: string;
							/** @example 1250000.00 */
							paid: string;
							/** @example 1250000.00 */
							paidBefore: string;
							/** @example 1250000.00 */
							paidArrears: string;
							/** @example 1250000.00 */
							paidOfDue: string;
							/** @example 1250000.00 */
							paidEarly: string;
							/** @example 1250000.00 */
							takenBack: string;
							/** @example 1250000.00 */
							changedOtherwise: string;
							/** @example 1250000.00 */
							arrearsClosing: string;
							currentRate: string | null;
							collectionRate: string | null;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-daily-collections": {
		parameters: {
			query: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				officer?: string;
				group?: string;
				from: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							on: string | null;
							/** @example 1250000.00 */
							duePrincipal: string;
							/** @example 1250000.00 */
							dueMargin: string;
							/** @example 1250000.00 */
							due: string;
							/** @example 1250000.00 */
							paidPrincipal: string;
							/** @example 1250000.00 */
							paidMargin: string;
							/** @example 1250000.00 */
							paid: string;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							/** @example 1250000.00 */
							duePrincipal: string;
							/** @example 1250000.00 */
							dueMargin: string;
							/** @example 1250000.00 */
							due: string;
							/** @example 1250000.00 */
							paidPrincipal: string;
							/** @example 1250000.00 */
							paidMargin: string;
							/** @example 1250000.00 */
							paid: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-due": {
		parameters: {
			query?: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				officer?: string;
				group?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							member: string | null;
							phone: string | null;
							/** @example 1250000.00 */
							total: string;
							daysPastDue: number;
							/** @example 1250000.00 */
							overdue: string;
							/** @example 1250000.00 */
							dueToday: string;
							/** @example 1250000.00 */
							owed: string;
							number: number;
							akad: string | null;
							officer: string | null;
							memberNumber: number;
							book: string | null;
							loan: string | null;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							loans: number;
							/** @example 1250000.00 */
							total: string;
							/** @example 1250000.00 */
							overdue: string;
							/** @example 1250000.00 */
							dueToday: string;
							/** @example 1250000.00 */
							owed: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-maturities": {
		parameters: {
			query: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				officer?: string;
				group?: string;
				cursor?: string;
				limit?: string;
				from: string;
				until?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							book: string | null;
							number: number;
							memberNumber: number;
							member: string | null;
							phone: string | null;
							akad: string | null;
							maturesOn: string | null;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							owed: string;
							/** @example 1250000.00 */
							overdue: string;
							daysPastDue: number;
							loan: string | null;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							loans: number;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							owed: string;
							/** @example 1250000.00 */
							overdue: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-settlements": {
		parameters: {
			query: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				officer?: string;
				group?: string;
				cursor?: string;
				limit?: string;
				from: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							book: string | null;
							number: number;
							memberNumber: number;
							member: string | null;
							phone: string | null;
							akad: string | null;
							settledOn: string | null;
							isEarly: boolean;
							document: string | null;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							margin: string;
							/** @example 1250000.00 */
							discount: string;
							maturedOn: string | null;
							daysEarly: number;
							loan: string | null;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							loans: number;
							early: number;
							/** @example 1250000.00 */
							principal: string;
							/** @example 1250000.00 */
							margin: string;
							/** @example 1250000.00 */
							discount: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-write-offs": {
		parameters: {
			query: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				officer?: string;
				group?: string;
				cursor?: string;
				limit?: string;
				from: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							book: string | null;
							number: number;
							memberNumber: number;
							member: string | null;
							phone: string | null;
							akad: string | null;
							writtenOffOn: string | null;
							/** @example 1250000.00 */
							opening: string;
							/** @example 1250000.00 */
							writtenOff: string;
							/** @example 1250000.00 */
							recovered: string;
							/** @example 1250000.00 */
							closing: string;
							loan: string | null;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							loans: number;
							/** @example 1250000.00 */
							opening: string;
							/** @example 1250000.00 */
							writtenOff: string;
							/** @example 1250000.00 */
							recovered: string;
							/** @example 1250000.00 */
							closing: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-cohorts": {
		parameters: {
			query?: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				officer?: string;
				group?: string;
				months?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							cohort: string | null;
							monthsOnBook: number;
							on: string | null;
							loans: number;
							/** @example 1250000.00 */
							disbursed: string;
							/** @example 1250000.00 */
							outstanding: string;
							/** @example 1250000.00 */
							atRisk30: string;
							/** @example 1250000.00 */
							writtenOff: string;
							par30: string | null;
							lostOrAtRisk: string | null;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							loans: number;
							/** @example 1250000.00 */
							disbursed: string;
							/** @example 1250000.00 */
							outstanding: string;
							/** @example 1250000.00 */
							atRisk30: string;
							/** @example 1250000.00 */
							writtenOff: string;
							par30: string | null;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-portfolio-trend": {
		parameters: {
			query?: {
				book?: string;
				region?: string;
				kelurahan?: string;
				fund?: string;
				asOf?: string;
				knownAt?: string;
				months?: string;
				cursor?: string;
				limit?: string;
			};
			header?: {
				Prefer?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"Read-From"?: string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						meta: components["schemas"]["Shape_faebb300"];
						rows: {
							on: string | null;
							activeLoans: number;
							/** @example 1250000.00 */
							outstanding: string;
							/** @example 1250000.00 */
							atRisk30: string;
							par30: string | null;
							/** @example 1250000.00 */
							atRisk90: string;
							par90: string | null;
							/** @example 1250000.00 */
							restructured: string;
							par30Restructured: string | null;
							/** @example 1250000.00 */
							writtenOff: string;
							/** @example 1250000.00 */
							recovered: string;
							links: {
								[key: string]: string;
							};
						}[];
						totals: {
							/** @example 1250000.00 */
							writtenOff: string;
							/** @example 1250000.00 */
							recovered: string;
						};
						nextCursor: string | null;
					};
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": Record<string, never>;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							name: string;
							titleId: string;
							titleEn: string;
							summary: string;
							permission: string;
							address: string;
							question: {
								name: string;
								isRequired: boolean;
								description: string;
							}[];
							formats: ("json" | "csv" | "xlsx" | "pdf")[];
							source: string;
						}[];
						nextCursor: null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-reports-name": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				name: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-report-jobs": {
		parameters: {
			query?: {
				cursor?: string;
				limit?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Shape_89ec198f"][];
						nextCursor: string | null;
					};
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-report-jobs": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					name: string;
					query?: {
						[key: string]: string;
					};
					/** @enum {string} */
					format?: "json" | "csv" | "xlsx" | "pdf";
				};
			};
		};
		responses: {
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_89ec198f"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-report-jobs-id": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_89ec198f"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"post-v1-report-jobs-id-cancel": {
		parameters: {
			query?: never;
			header: {
				"Idempotency-Key": string;
			};
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Shape_89ec198f"];
				};
			};
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PendingCommand"];
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	"get-v1-report-jobs-id-file": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": unknown;
					"text/csv; charset=utf-8": unknown;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
					"application/pdf": unknown;
				};
			};
			default: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
}
