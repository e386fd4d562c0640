import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { Graphql } from '#gitlab/files/graphql.ts';
import { chunksOf } from '#gitlab/files/graphql-chunks.ts';
import {
	Answer,
	findNode,
	releasesPerPage,
	toldFiles,
	toTold,
	type ToldProject,
	type ToldQuestion,
} from './told-answer.ts';

/** By the id of the project. */
export type ToldById = ReadonlyMap<number, ToldProject>;

/**
 * Queries for all of a project, and for its newest pipeline: the points of one without pipelines, with
 * some to spare, and the most projects. Of more at a time, an answer with files may take too long; and
 * GitLab takes no more than 50 paths.
 */
const kinds = [
	{ asksAll: true, points: 60, most: 20 },
	{ asksAll: false, points: 4, most: 50 },
];
const pointsOfBranch = 8;

/**
 * What many projects are asked alike, several at a time, as far as GraphQL has it: no license, and no
 * dates of tags.
 *
 * It tells of releases and pipelines that strangers do not see that there are none. So that there are
 * none is only told where GitLab says that strangers see all; else REST says whether they are hidden.
 */
export async function tellProjects(
	graphql: Graphql,
	questions: readonly ToldQuestion[],
	onAttempt: OnAttempt,
): Promise<ToldById> {
	const told = new Map<number, ToldProject>();
	for (const { asksAll, points, most } of kinds) {
		const some = questions.filter((question) => question.asksAll === asksAll);
		const costOf = (chunk: readonly ToldQuestion[]) =>
			// What is asked of all is counted once, and one per cent more for each project.
			(points + pointsOfBranch * branchesOf(chunk).length) * (1 + chunk.length / 100);
		for (const chunk of chunksOf(some, costOf, most)) {
			const branches = branchesOf(chunk);
			const variables = {
				paths: chunk.map(({ path }) => path),
				first: chunk.length,
				...(asksAll && { files: toldFiles }),
				...Object.fromEntries(branches.map((branch, index) => [`ref${String(index)}`, branch])),
			};
			const query = { query: writeQuery(branches.length, asksAll), variables };
			const nodes = (await graphql.ask(query, Answer, onAttempt))?.projects?.nodes ?? [];
			for (const question of chunk) {
				const pipelines = `pipelines${String(branches.indexOf(question.defaultBranch))}`;
				const one = toTold(question, findNode(nodes, question), pipelines);
				// A project that has moved may be declared twice, and be asked for in both ways.
				told.set(question.id, { ...told.get(question.id), ...one });
			}
		}
	}
	return told;
}

function branchesOf(questions: readonly ToldQuestion[]): (string | null)[] {
	return [...new Set(questions.map(({ defaultBranch }) => defaultBranch))];
}

/** Every project is asked for the pipelines of all branches: there are few names for default branches. */
function writeQuery(branches: number, asksAll: boolean): string {
	const names = Array.from({ length: branches }, (_, index) => String(index));
	const pipelines = names.map(
		(name) =>
			`pipelines${name}: pipelines(first: 1, ref: $ref${name}) { nodes { status updatedAt path } }`,
	);
	const all = `languages { name share }
releases(first: ${String(releasesPerPage)}, sort: RELEASED_AT_DESC) { nodes { tagName releasedAt upcomingRelease } }
repository { empty rootRef
tree { blobs { nodes { name } pageInfo { hasNextPage } } }
blobs(paths: $files, first: ${String(toldFiles.length)}) { nodes { path rawTextBlob } } }`;
	const refs = names.map((name) => `, $ref${name}: String`).join('');
	return `query($paths: [String!]!, $first: Int!${asksAll ? ', $files: [String!]!' : ''}${refs}) {
projects(fullPaths: $paths, first: $first) { nodes { id
${[...pipelines, ...(asksAll ? [all] : [])].join('\n')} } } }`;
}
