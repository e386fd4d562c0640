import { referenceOf } from '#core/base/reference-of.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { DepartedIssue, Issue } from '#model/issue.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import type { PlannedBy } from '#gitlab/parse/to-model.ts';
import { unlessNotVisible } from '#gitlab/transport/errors.ts';
import { toPublicIssues } from './public-issues.ts';

/** What the last good lists of the plan hold. */
export interface KnownIssues {
	issues: readonly Issue[];
	departedIssues: readonly DepartedIssue[];
}

/** Longer addresses are refused by some servers that stand before GitLab. */
const iidsPerRequest = 100;

/**
 * The issues that were in these milestones at an earlier pull and have left them, as a stranger sees
 * them now. So the plan can say that an issue was dropped, or has moved far ahead; one that is absent
 * from the answer is hidden or deleted, and its reference is in `gone`, so that nothing is kept of it.
 *
 * @param asked Titles of the milestones whose issues were asked for.
 * @param current What was answered for these.
 */
export async function pullDepartedIssues(
	client: AnonymousClient,
	known: KnownIssues,
	asked: readonly string[],
	current: readonly Issue[],
	plannedBy?: PlannedBy,
): Promise<{ rows: DepartedIssue[]; gone: ReadonlySet<string> }> {
	const formerMilestones = findFormerMilestones(known, asked, current);
	const { shown, gone } = await pullKnownIssues(client, [...formerMilestones.values()], plannedBy);
	const rows = shown.flatMap((issue) => {
		const former = formerMilestones.get(referenceOf(issue));
		return former ? [{ ...issue, formerMilestone: former.milestone }] : [];
	});
	return { rows, gone };
}

/** Of these issues those that a stranger still sees, and the references of the others. */
export async function pullKnownIssues(
	client: AnonymousClient,
	known: readonly Place[],
	plannedBy?: PlannedBy,
): Promise<{ shown: Issue[]; gone: ReadonlySet<string> }> {
	const answers = await Promise.all(
		questionsFor(known).map((question) => pullIssuesOf(client, question, plannedBy)),
	);
	const shown = answers.flat();
	const seen = new Set(shown.map(referenceOf));
	return { shown, gone: new Set(known.map(referenceOf).filter((id) => !seen.has(id))) };
}

type Place = Pick<Issue, 'project' | 'iid'>;

interface FormerPlace extends Place {
	milestone: string;
}

/** By reference. */
function findFormerMilestones(
	{ issues, departedIssues }: KnownIssues,
	asked: readonly string[],
	current: readonly Issue[],
): Map<string, FormerPlace> {
	const present = new Set(current.map(referenceOf));
	const places: FormerPlace[] = [
		...departedIssues.map((issue) => ({ ...issue, milestone: issue.formerMilestone })),
		...issues.flatMap(({ project, iid, milestone }) =>
			milestone === null ? [] : [{ project, iid, milestone }],
		),
	];
	return new Map(
		places
			.map((place) => [referenceOf(place), place] as const)
			.filter(([id, { milestone }]) => asked.includes(milestone) && !present.has(id)),
	);
}

interface Question {
	project: ProjectPath;
	iids: number[];
}

function questionsFor(places: readonly Place[]): Question[] {
	const byProject = Map.groupBy(places, ({ project }) => project);
	return [...byProject].flatMap(([project, rows]) =>
		Array.from({ length: Math.ceil(rows.length / iidsPerRequest) }, (_, page) => {
			const some = rows.slice(page * iidsPerRequest, (page + 1) * iidsPerRequest);
			return { project, iids: some.map(({ iid }) => iid) };
		}),
	);
}

async function pullIssuesOf(
	client: AnonymousClient,
	{ project, iids }: Question,
	plannedBy?: PlannedBy,
): Promise<Issue[]> {
	const answer: unknown = await client.issues
		.all({ projectId: project, iids, confidential: false, perPage: iidsPerRequest })
		.catch(unlessNotVisible);
	// A project that strangers do not see any more hides its issues.
	if (answer === undefined) return [];
	return toPublicIssues(answer, `the issues of ${project} that were in the plan`, plannedBy);
}
