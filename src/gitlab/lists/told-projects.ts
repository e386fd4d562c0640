import { fileKinds, placesOf } from '#core/inventory/file-kinds.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { Graphql } from '#gitlab/files/graphql.ts';
import { chunksOf } from '#gitlab/files/graphql-chunks.ts';
import { licenseFiles } from '#gitlab/files/license-file.ts';
import {
	Answer,
	findNode,
	releasesPerPage,
	toTold,
	type ToldProject,
	type ToldQuestion,
} from './told-answer.ts';

/** By the id of the project. */
export type ToldById = ReadonlyMap<number, ToldProject>;

/** Of more projects at a time, an answer with files may take longer than GitLab allows. */
const filesPerQuery = 20;
/** GitLab takes no more paths. */
const projectsPerQuery = 50;
const files = [...fileKinds.flatMap(placesOf), ...licenseFiles];

/**
 * What many projects are asked alike, several at a time, as far as GraphQL has it: no licence, and no
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
	for (const asksAll of [true, false]) {
		const some = questions.filter((question) => question.asksAll === asksAll);
		for (const chunk of chunksOf(some, asksAll ? costOfAll : costOfPipelines)) {
			const branches = branchesOf(chunk);
			const variables = {
				paths: chunk.map(({ path }) => path),
				first: chunk.length,
				...(asksAll && { files }),
				...Object.fromEntries(branches.map((branch, index) => [`ref${String(index)}`, branch])),
			};
			const query = { query: writeQuery(branches.length, asksAll), variables };
			const nodes = (await graphql.ask(query, Answer, onAttempt))?.projects?.nodes ?? [];
			for (const question of chunk) {
				const pipelines = `pipelines${String(branches.indexOf(question.defaultBranch))}`;
				told.set(question.id, toTold({ ...question, files }, findNode(nodes, question), pipelines));
			}
		}
	}
	return told;
}

function branchesOf(questions: readonly ToldQuestion[]): (string | null)[] {
	return [...new Set(questions.map(({ defaultBranch }) => defaultBranch))];
}

/** Points: what is asked of all is counted once, and one per cent more for each project. */
function costOfAll(questions: readonly ToldQuestion[]): number {
	return questions.length > filesPerQuery ? Infinity : costOf(questions, 60);
}

function costOfPipelines(questions: readonly ToldQuestion[]): number {
	return questions.length > projectsPerQuery ? Infinity : costOf(questions, 4);
}

function costOf(questions: readonly ToldQuestion[], ofProject: number): number {
	return (ofProject + 8 * branchesOf(questions).length) * (1 + questions.length / 100);
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
blobs(paths: $files, first: ${String(files.length)}) { nodes { path rawTextBlob } } }`;
	const refs = names.map((name) => `, $ref${name}: String`).join('');
	return `query($paths: [String!]!, $first: Int!${asksAll ? ', $files: [String!]!' : ''}${refs}) {
projects(fullPaths: $paths, first: $first) { nodes { fullPath
${[...pipelines, ...(asksAll ? [all] : [])].join('\n')} } } }`;
}
