import { findAnswerProjects } from '#core/people/answers.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { chance, numberFor, pick } from '../seed.ts';
import type { WorldIssue, WorldNote } from '../world.ts';
import { addDays } from './calendar.ts';
import { anIssueOf } from './issue-drafts.ts';
import { people, visitor } from './people.ts';

const firstIid = 960_001;
const count = 24;
const hourMs = 3_600_000;

/** Questions of somebody from outside the team, where readers are asked to open issues. */
export function visitorIssues(registry: Registry, today: IsoDate): WorldIssue[] {
	return findAnswerProjects(registry).flatMap((project) =>
		Array.from({ length: count }, (_, index) => {
			const created = addDays(today, -30 + index);
			const issue = anIssueOf({
				key: `question ${project} ${String(index)}`,
				iid: firstIid + index,
				project,
				title: `Question ${String(index + 1)} of a visitor`,
				created,
				updated: created,
				closed: null,
				milestoneId: null,
				labels: [],
				weight: null,
				healthStatus: null,
				dueDate: null,
				type: 'ISSUE',
			});
			return { ...issue, author: visitor };
		}),
	);
}

/** Most issues have an answer by the sample's day. */
export function withAnswers(issues: readonly WorldIssue[], today: IsoDate): WorldIssue[] {
	return issues.map((issue) => {
		const note = answerTo(issue);
		const isThere = note.createdAt < today && chance(`answered ${String(issue.iid)}`, 90);
		return isThere ? { ...issue, notes: [note] } : issue;
	});
}

/** After an hour, or after up to nine days. */
function answerTo({ iid, createdAt }: WorldIssue): WorldNote {
	const hours = 1 + numberFor(`answer ${String(iid)}`, 15) ** 2;
	return {
		author: pick(`answers ${String(iid)}`, people),
		createdAt: new Date(Date.parse(createdAt) + hours * hourMs).toISOString(),
		body: 'Sample answer.',
	};
}
