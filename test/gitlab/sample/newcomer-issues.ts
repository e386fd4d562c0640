import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { planted } from '../planted.ts';
import type { WorldIssue } from '../world.ts';
import { addDays } from './calendar.ts';
import { anIssueOf } from './issue-drafts.ts';

const firstIid = 950_001;
const drafts = [
	{ title: 'Say in the log which file is missing' },
	{ title: 'Add the examples of the documentation to the tests' },
	{ title: 'Spell the word “occurred” in the same way everywhere' },
	{ title: planted.confidentialTitle, confidential: true },
];

/** Open issues in no milestone, with each label that the registry names for newcomers. */
export function newcomerIssues({ onboarding, plan, site }: Registry, today: IsoDate): WorldIssue[] {
	const labels = onboarding?.goodFirstIssues?.labels ?? [];
	return labels
		.flatMap((label) => drafts.map((draft) => ({ ...draft, label })))
		.map(({ label, ...draft }, index) =>
			anIssueOf({
				key: `newcomer ${label} ${draft.title}`,
				iid: firstIid + index,
				project: site.references.project,
				created: addDays(today, -90),
				updated: addDays(today, -60 + index),
				closed: null,
				milestoneId: null,
				labels: [...plan.groupLabels.slice(-1), 'type::maintenance', label],
				weight: 1,
				healthStatus: null,
				dueDate: null,
				type: 'ISSUE',
				...draft,
			}),
		);
}
