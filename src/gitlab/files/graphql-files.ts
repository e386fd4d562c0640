import { z } from 'zod';
import { isSamePath } from '#core/base/paths.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { Graphql } from './graphql.ts';
import { chunksOf } from './graphql-chunks.ts';

/** Files of a project that are asked for by GraphQL. */
export interface BlobQuestion {
	path: ProjectPath;
	/** As REST names it. */
	branch: string;
	files: readonly string[];
}

/**
 * Those of the files that the project has, with their texts.
 *
 * `undefined`: GraphQL tells nothing of the project, not all of it, or of another branch.
 */
export type Blobs = ReadonlyMap<string, string> | undefined;

/** Of more projects at a time, an answer may take longer than GitLab allows. */
const projectsPerQuery = 12;

/** The same files of each project, in the order of the questions. */
export async function pullSameBlobs(
	graphql: Graphql,
	questions: readonly BlobQuestion[],
	files: readonly string[],
	onAttempt: OnAttempt,
): Promise<Blobs[]> {
	const nodes = z.array(RawNode).nullable();
	const data = z.object({ projects: z.object({ nodes }).nullable() });
	const answers = await Promise.all(
		chunksOf(questions, () => 1, projectsPerQuery).map(async (chunk) => {
			const variables = { paths: chunk.map(({ path }) => path), files, first: chunk.length };
			const answer = await graphql.ask({ query: sameFilesQuery, variables }, data, onAttempt);
			const found = answer?.projects?.nodes ?? [];
			return chunk.map((question) => toBlobs(question, findNode(found, question)));
		}),
	);
	return answers.flat();
}

/** Each project's own files, in the order of the questions. */
export async function pullOwnBlobs(
	graphql: Graphql,
	questions: readonly BlobQuestion[],
	onAttempt: OnAttempt,
): Promise<Blobs[]> {
	const data = z.record(z.string(), RawNode);
	const answers = await Promise.all(
		chunksOf(questions, costOf).map(async (chunk) => {
			const variables = Object.fromEntries(
				chunk.flatMap(({ path, files }, index): [string, unknown][] => [
					[`path${String(index)}`, path],
					[`files${String(index)}`, files],
				]),
			);
			const query = ownFilesQuery(chunk.length);
			const answer = await graphql.ask({ query, variables }, data, onAttempt);
			return chunk.map((question, index) => toBlobs(question, answer?.[`project${String(index)}`]));
		}),
	);
	return answers.flat();
}

const sameFilesQuery = `query($paths: [String!]!, $files: [String!]!, $first: Int!) {
	projects(fullPaths: $paths, first: $first) {
		nodes { fullPath repository { empty rootRef blobs(paths: $files) { nodes { path rawTextBlob } } } }
	}
}`;

function ownFilesQuery(projects: number): string {
	const names = Array.from({ length: projects }, (_, index) => String(index));
	const variables = names.map((name) => `$path${name}: ID!, $files${name}: [String!]!`);
	const fields = names.map(
		(name) =>
			`project${name}: project(fullPath: $path${name}) { fullPath repository { rootRef blobs(paths: $files${name}) { nodes { path rawTextBlob } } } }`,
	);
	return `query(${variables.join(', ')}) {\n${fields.join('\n')}\n}`;
}

/** Points, with some to spare: a file is one, and a connection of a hundred rows doubles what is in it. */
function costOf({ files }: BlobQuestion): number {
	return 20 + 2 * files.length;
}

const RawBlobs = z.object({
	nodes: z
		.array(z.object({ path: z.string(), rawTextBlob: z.string().nullable() }).nullable())
		.nullable(),
});
const RawRepository = z.object({
	empty: z.boolean().optional(),
	rootRef: z.string().nullable(),
	blobs: RawBlobs.nullable(),
});
/** A project that cannot be read is one of which nothing is told: the others count. */
const RawNode = z
	.object({ fullPath: z.string(), repository: RawRepository.nullable() })
	.nullable()
	.catch(null);

function toBlobs(
	{ path, branch, files }: BlobQuestion,
	node: z.output<typeof RawNode> | undefined,
): Blobs {
	const repository = node?.repository;
	if (!repository || !isSamePath(node.fullPath, path)) return undefined;
	if (repository.empty) return new Map();
	if (!repository.blobs?.nodes || repository.rootRef !== branch) return undefined;
	// One that is `null` is no file that is not there, but one that GitLab failed to tell.
	const told = repository.blobs.nodes.filter((blob) => blob !== null);
	if (told.length < repository.blobs.nodes.length) return undefined;
	const blobs = told.filter((blob) => files.includes(blob.path));
	const texts = new Map(
		blobs.flatMap(({ path: file, rawTextBlob: text }) =>
			text === null ? [] : [[file, text.replace(/^\uFEFF/, '')]],
		),
	);
	// A file without text, or one that comes twice: nobody knows which text is its own.
	return texts.size === blobs.length ? texts : undefined;
}

/** Two nodes of one project: nobody knows which one is true. */
function findNode(
	nodes: readonly z.output<typeof RawNode>[],
	{ path }: BlobQuestion,
): z.output<typeof RawNode> | undefined {
	const named = nodes.filter((node) => node && isSamePath(node.fullPath, path));
	return named.length === 1 ? named[0] : undefined;
}
