import type { Edit } from '#core/inventory/check.ts';
import { removeEntry } from '#core/inventory/checks/edit.ts';
import { isApiFinding } from './api-finding.ts';
import type { Finding } from './finding.ts';

/** The changes of the registry that settle a finding, when they can be told by their lines. */
export function editsOf(finding: Finding): readonly Edit[] {
	if (isApiFinding(finding)) return [];
	switch (finding.rule) {
		case 'check':
			return finding.check.mend?.edits ?? [];
		case 'project-not-declared':
			return finding.edit === null ? [] : [finding.edit];
		case 'exemption-ended':
		case 'exemption-not-needed':
		case 'exemption-of-nothing': {
			const edit = finding.place === null ? undefined : removeEntry(finding.place);
			return edit ? [edit] : [];
		}
		case 'checks-unknown':
		case 'project-not-pulled':
		case 'project-no-longer-declared':
		case 'group-not-visible':
		case 'complete-group-not-visible':
		case 'milestone-without-planning-issue':
		case 'list-stale':
		case 'list-missing':
			return [];
	}
}

/** In which order to make the edits of findings. `undefined`: no two are of one file. */
export function describeEditOrder(findings: readonly Finding[]): string | undefined {
	const files = findings.flatMap(editsOf).map(({ file }) => file);
	if (new Set(files).size === files.length) return undefined;
	return 'Line numbers are those of the files as they are now: make the changes from the last line of a file to its first, and of several at one line the last one first.';
}
