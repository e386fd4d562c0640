import { z } from 'zod';
import { addDays, dayOf } from '#core/base/dates.ts';
import { answerDays, findAnswerProjects } from '#core/people/answers.ts';
import { AnsweredIssue } from '#model/issue.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { RosterRow } from '#model/roster.ts';
import type { Why } from '#model/snapshot.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import { instant } from '#gitlab/parse/raw.ts';
import { isProgram } from '#gitlab/parse/to-model.ts';
import { noGraphql, type Count, type Puller, type Source } from './source.ts';

/** In all projects together, the newest of each. */
const mostIssues = 60;
const mostProjects = 2;
/** Of each issue, the oldest. */
const mostNotes = 20;

/** When issues of people outside the team were first answered: a query for each project. */
export function answersPuller(
	{ registry, requester, now, lastGood }: Source,
	count: Count,
	team: () => Promise<readonly RosterRow[]>,
): Puller {
	const projects = findAnswerProjects(registry).slice(0, mostProjects);
	const first = Math.floor(mostIssues / Math.max(1, projects.length));
	const after = `${addDays(dayOf(now), -answerDays)}T00:00:00Z`;
	const isSameTeam = lastGood?.about.teamSource === registry.team.source;
	const keptTeam = isSameTeam ? lastGood.rows.team : [];
	return {
		of: projects.length,
		pull: async (onStep) => {
			const insiders = findInsiders(await team().catch(() => keptTeam));
			if (insiders.size === 0) return { answers: { kind: 'impossible', ...unknownTeam } };
			const graphql = new Graphql(requester);
			const rows: AnsweredIssue[] = [];
			for (const project of projects) {
				const variables = { project, first, after };
				const answer = await graphql.ask({ query, variables }, Answer, count('answers'), true);
				if (answer === undefined) return { answers: { kind: 'impossible', ...noGraphql } };
				const issues = answer.project?.issues?.nodes;
				if (issues === undefined || issues.some(({ notes }) => notes === null)) {
					return { answers: { kind: 'hidden', ...hiddenNotes } };
				}
				rows.push(...issues.flatMap((issue) => toRow(project, issue, insiders)));
				onStep();
			}
			return { answers: { kind: 'rows', rows, mayShrink: true } };
		},
	};
}

const unknownTeam: Why = {
	reason:
		"We know no account of the team's from the list of people, so we can't tell who is from outside.",
};
const hiddenNotes: Why = {
	reason: "GitLab doesn't show these issues and their comments to people who aren't signed in.",
};

function findInsiders(rows: readonly RosterRow[]): ReadonlySet<string> {
	return new Set(rows.flatMap(({ username }) => username?.toLowerCase() ?? []));
}

const query = `query($project: ID!, $first: Int!, $after: Time!) {
project(fullPath: $project) { issues(createdAfter: $after, first: $first) { nodes {
iid createdAt confidential author { username bot }
notes(filter: ONLY_COMMENTS, first: ${String(mostNotes)}) { nodes { createdAt system author { username bot } } }
} } } }`;

const Author = z.object({ username: z.string(), bot: z.boolean().nullish() }).nullable();
const Note = z.object({ createdAt: instant, system: z.boolean(), author: Author });
const IssueNode = z.object({
	iid: z.coerce.number(),
	createdAt: instant,
	confidential: z.boolean(),
	author: Author,
	notes: z.object({ nodes: z.array(Note) }).nullable(),
});
type IssueNode = z.output<typeof IssueNode>;
const Answer = z.object({
	project: z.object({ issues: z.object({ nodes: z.array(IssueNode) }).nullable() }).nullable(),
});

/** Nobody's name leaves this function. */
function toRow(
	project: ProjectPath,
	{ iid, createdAt, confidential, author, notes }: IssueNode,
	insiders: ReadonlySet<string>,
): AnsweredIssue[] {
	if (confidential || !isSomebody(author)) return [];
	if (insiders.has(author.username.toLowerCase())) return [];
	const answer = notes?.nodes.find(
		(note) => !note.system && isSomebody(note.author) && note.author.username !== author.username,
	);
	const row = { project, iid, openedAt: createdAt, answeredAt: answer?.createdAt ?? null };
	const { data } = AnsweredIssue.safeParse(row);
	return data === undefined ? [] : [data];
}

function isSomebody(
	author: z.output<typeof Author>,
): author is NonNullable<z.output<typeof Author>> {
	return author !== null && author.bot !== true && !isProgram(author.username);
}
