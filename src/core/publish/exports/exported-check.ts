import type { Check } from '#core/inventory/check.ts';
import type { Since } from '#core/inventory/checks/since.ts';
import type { CheckId } from '#model/checks.ts';
import type { ExportedCheck } from '#model/exported-checks.ts';

/** Since when a check of a project is broken. `undefined`: no history says. */
export type SinceOf = (check: CheckId) => Since | undefined;

export function toExportedCheck(check: Check, sinceOf: SinceOf): ExportedCheck {
	const { id, title, answer, observed, from, readAt, permission, needs, fix, exemption } = check;
	const isBroken = answer === 'broken' || answer === 'exempt';
	return {
		id,
		title,
		answer,
		saw: observed,
		readFrom: from && { text: from.text, url: from.url },
		readAt,
		permission,
		needs: needs ?? null,
		mend: fix?.text ?? null,
		exemption: exemption
			? { reason: exemption.reason, by: exemption.by, until: exemption.until }
			: null,
		since: isBroken ? toSince(sinceOf(id)) : null,
	};
}

function toSince(since: Since | undefined): ExportedCheck['since'] {
	return since ? { day: since.day, isAtLeast: since.isAtLeast } : null;
}
