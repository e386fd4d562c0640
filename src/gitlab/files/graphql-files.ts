import { z } from 'zod';
import { isSamePath } from '#core/base/paths.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { Graphql } from './graphql.ts';
import { chunksOf } from './graphql-chunks.ts';

/** Files of a project that are asked for by GraphQL. */
export interface BlobQuestion {
	path: ProjectPath;
	files: readonly string[];
	/** The default one, as REST names it. Absent: files of a commit. */
	branch?: string | undefined;
	commit?: string | undefined;
}

/**
 * Those of the files that the project has, with their texts.
 *
 * `undefined`: GraphQL tells nothing of the project, not all of it, or of another branch.
 */
export type Blobs = ReadonlyMap<string, string> | undefined;

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
				chunk.flatMap(({ path, files, commit }, index): [string, unknown][] => [
					[`path${String(index)}`, path],
					[`files${String(index)}`, files],
					[`ref${String(index)}`, commit],
				]),
			);
			const query = ownFilesQuery(chunk.length);
			const answer = await graphql.ask({ query, variables }, data, onAttempt);
			return chunk.map((question, index) => {
				const node = answer?.[`project${String(index)}`];
				const isIt = node && isSamePath(node.fullPath, question.path);
				return isIt ? toBlobs(question, node.repository) : undefined;
			});
		}),
	);
	return answers.flat();
}

function ownFilesQuery(projects: number): string {
	const names = Array.from({ length: projects }, (_, index) => String(index));
	const variables = names.map(
		(name) => `$path${name}: ID!, $files${name}: [String!]!, $ref${name}: String`,
	);
	const fields = names.map(
		(name) =>
			`project${name}: project(fullPath: $path${name}) { fullPath repository { rootRef blobs(paths: $files${name}, ref: $ref${name}) { nodes { path rawTextBlob } } } }`,
	);
	return `query(${variables.join(', ')}) {\n${fields.join('\n')}\n}`;
}

/** Points, with some to spare: a file is one, and a connection of a hundred rows doubles what is in it. */
function costOf(questions: readonly BlobQuestion[]): number {
	return questions.reduce((points, { files }) => points + 20 + 2 * files.length, 0);
}

const RawBlobs = z.object({
	nodes: z
		.array(z.object({ path: z.string(), rawTextBlob: z.string().nullable() }).nullable())
		.nullable(),
});
export const RawRepository = z.object({
	empty: z.boolean().optional(),
	rootRef: z.string().nullable(),
	blobs: RawBlobs.nullable(),
});
/** A project that cannot be read is one of which nothing is told: the others count. */
const RawNode = z
	.object({ fullPath: z.string(), repository: RawRepository.nullable() })
	.nullable()
	.catch(null);

export function toBlobs(
	{ branch, files }: Pick<BlobQuestion, 'branch' | 'files'>,
	repository: z.output<typeof RawRepository> | null,
): Blobs {
	if (repository?.empty) return new Map();
	if (!repository?.blobs?.nodes) return undefined;
	if (branch !== undefined && repository.rootRef !== branch) return undefined;
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
