import { z } from 'zod';
import { isSamePath } from '#core/base/paths.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { Graphql } from '#gitlab/files/graphql.ts';
import { chunksOf } from '#gitlab/files/graphql-chunks.ts';
import type { BasicFacts } from '#gitlab/parse/to-model.ts';

/** A project, and what is to be known of it. */
export type DetailsQuestion = Pick<BasicFacts, 'id' | 'path' | 'defaultBranch' | 'webUrl'> & {
	/** False: its newest pipeline alone. */
	hasChanged: boolean;
};

/** What GraphQL tells of a project, in the shapes of REST. What it leaves out is asked for there. */
export interface ToldDetails {
	languages?: Record<string, number | null>;
	/** The newest page, never empty. */
	releases?: object[];
	/** The newest of the default branch. */
	pipeline?: object;
}

/** By the id of the project. */
export type ToldById = ReadonlyMap<number, ToldDetails>;

export const releasesPerPage = 20;

/**
 * Details of many projects at a time, as far as GraphQL has them: no licence, and no dates of tags.
 *
 * It tells of releases and pipelines that strangers do not see that there are none. So what is empty
 * is not told, and REST says whether it is hidden.
 */
export async function tellDetails(
	graphql: Graphql,
	questions: readonly DetailsQuestion[],
	onAttempt: OnAttempt,
): Promise<ToldById> {
	const told = new Map<number, ToldDetails>();
	for (const chunk of chunksOf(questions, costOf)) {
		const variables = Object.fromEntries(
			chunk.flatMap(({ path, defaultBranch }, index): [string, unknown][] => [
				[`path${String(index)}`, path],
				[`ref${String(index)}`, defaultBranch],
			]),
		);
		const query = { query: writeQuery(chunk), variables };
		const answer = await graphql.ask(query, z.record(z.string(), RawNode), onAttempt);
		chunk.forEach((question, index) => {
			told.set(question.id, toDetails(question, answer?.[`project${String(index)}`]));
		});
	}
	return told;
}

/** Points: a page of releases counts a fifth more than what is in it. */
function costOf({ hasChanged }: DetailsQuestion): number {
	return hasChanged ? 20 : 10;
}

function writeQuery(questions: readonly DetailsQuestion[]): string {
	const variables = questions.map(
		(_, index) => `$path${String(index)}: ID!, $ref${String(index)}: String`,
	);
	const fields = questions.map(({ hasChanged }, index) => {
		const source = `languages { name share } releases(first: ${String(releasesPerPage)}, sort: RELEASED_AT_DESC) { nodes { tagName releasedAt upcomingRelease } }`;
		const pipeline = `pipelines(first: 1, ref: $ref${String(index)}) { nodes { status updatedAt path } }`;
		const details = hasChanged ? `${source} ${pipeline}` : pipeline;
		return `project${String(index)}: project(fullPath: $path${String(index)}) { fullPath ${details} }`;
	});
	return `query(${variables.join(', ')}) {\n${fields.join('\n')}\n}`;
}

function nodesOf<Node extends z.ZodType>(node: Node) {
	return z
		.object({ nodes: z.array(node) })
		.transform(({ nodes }) => nodes)
		.optional()
		.catch(undefined);
}

const RawPipelineNode = z.object({
	status: z.string(),
	updatedAt: z.string(),
	path: z.string().nullable(),
});

const RawNode = z
	.object({
		fullPath: z.string(),
		languages: z
			.array(z.object({ name: z.string(), share: z.number().nullable() }))
			.optional()
			.catch(undefined),
		releases: nodesOf(
			z.object({
				tagName: z.string().nullable(),
				releasedAt: z.string().nullable(),
				upcomingRelease: z.boolean().nullable(),
			}),
		),
		pipelines: nodesOf(RawPipelineNode),
	})
	.nullable()
	.catch(null);

function toDetails(
	question: DetailsQuestion,
	node: z.output<typeof RawNode> | undefined,
): ToldDetails {
	if (!node || !isSamePath(node.fullPath, question.path)) return {};
	const { languages, releases = [], pipelines: [pipeline] = [] } = node;
	return {
		...(languages && {
			languages: Object.fromEntries(languages.map(({ name, share }) => [name, share])),
		}),
		...(releases.length > 0 && {
			releases: releases.map(({ tagName, releasedAt, upcomingRelease }) => ({
				tag_name: tagName,
				released_at: releasedAt,
				upcoming_release: upcomingRelease,
			})),
		}),
		...(pipeline && toPipeline(pipeline, question)),
	};
}

/** Without a branch the newest of any comes, which is not what REST is asked for. */
function toPipeline(
	{ status, updatedAt, path }: z.output<typeof RawPipelineNode>,
	{ defaultBranch, webUrl }: DetailsQuestion,
): Pick<ToldDetails, 'pipeline'> {
	if (path === null || webUrl === null || defaultBranch === null) return {};
	const address = new URL(path, webUrl).href;
	return {
		pipeline: { status: status.toLowerCase(), updated_at: updatedAt, web_url: address },
	};
}
