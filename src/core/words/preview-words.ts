import type { CheckedProject } from '#core/inventory/checks/check-projects.ts';
import { countAnswers } from '#core/inventory/checks/run-checks.ts';
import type { Issue } from '#model/issue.ts';
import { describeCounts } from './check-words.ts';
import { capitalise } from './formats.ts';
import { healthWords } from './issue-words.ts';

/** `GitLab Example: v1.2.0. 9 checks: 1 fails, 8 pass.` */
export function previewProject({ declared, project, checks }: CheckedProject): string {
	const version = project?.facts?.latestVersion?.tag;
	const name = version === undefined ? `${declared.name}.` : `${declared.name}: ${version}.`;
	return `${name} ${describeCounts(countAnswers(checks))}`;
}

/** `Boil faster. Opened, milestone 19.7, at risk.` */
export function previewIssue({ title, state, milestone, healthStatus }: Issue): string {
	const parts = [
		capitalise(state),
		...(milestone === null ? [] : [`milestone ${milestone}`]),
		...(healthStatus === null || state === 'closed'
			? []
			: [healthWords(healthStatus).word.toLowerCase()]),
	];
	return `${title.replace(/\.$/, '')}. ${parts.join(', ')}.`;
}
