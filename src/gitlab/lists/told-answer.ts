import { z } from 'zod';
import { fileKinds, placesOf } from '#core/inventory/file-kinds.ts';
import type { ProjectFacts } from '#model/project.ts';
import { licenseFiles } from '#gitlab/files/license-file.ts';
import { RawRepository, toBlobs, type Blobs } from '#gitlab/files/graphql-files.ts';
import type { ShownParts } from './listings.ts';
import type { BasicFacts } from '#gitlab/parse/to-model.ts';

/** A project, and what is to be known of it. */
export type ToldQuestion = Pick<
	BasicFacts,
	'id' | 'path' | 'defaultBranch' | 'webUrl' | 'hidesCode'
> & {
	shows: ShownParts;
	/** False: its newest pipeline alone. */
	asksAll: boolean;
};

/** What GraphQL tells of a project, in the shapes of REST. What it leaves out is asked for there. */
export interface ToldProject {
	languages?: Record<string, number | null>;
	/** The newest page. */
	releases?: object[];
	/** The newest of the default branch, if it has any. */
	pipelines?: object[];
	/** Names of the files at the root. */
	rootFiles?: readonly string[];
	/** Those of the files that count, with their texts. */
	blobs?: Blobs;
}

export const releasesPerPage = 20;
export const toldFiles = [...fileKinds.flatMap(placesOf), ...licenseFiles];

function nodesOf<Node extends z.ZodType>(node: Node) {
	return z
		.object({ nodes: z.array(node) })
		.transform(({ nodes }) => nodes)
		.optional()
		.catch(undefined);
}

const RawPipelines = nodesOf(
	z.object({ status: z.string(), updatedAt: z.string(), path: z.string() }),
);

const RawRoot = z.object({
	blobs: z.object({
		nodes: z.array(z.object({ name: z.string() })),
		pageInfo: z.object({ hasNextPage: z.literal(false) }),
	}),
});

/** A project that cannot be read is one of which nothing is told: the others count. */
const RawNode = z
	.looseObject({
		id: z.string(),
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
		repository: RawRepository.extend({ tree: RawRoot.nullable().catch(null) })
			.nullable()
			.catch(null)
			.default(null),
	})
	.nullable()
	.catch(null);
type Node = z.output<typeof RawNode>;
export const Answer = z.object({
	projects: z.object({ nodes: z.array(RawNode).nullable() }).nullable(),
});

/**
 * By its number, since another project may be at its path by now. Two nodes of one project: nobody
 * knows which one is true.
 */
export function findNode(
	nodes: readonly Node[],
	{ id }: ToldQuestion,
): NonNullable<Node> | undefined {
	const own = nodes
		.filter((node) => node !== null)
		.filter((node) => node.id === `gid://gitlab/Project/${String(id)}`);
	return own.length === 1 ? own[0] : undefined;
}

/** @param pipelines Where those of its branch are. */
export function toTold(
	question: ToldQuestion,
	node: NonNullable<Node> | undefined,
	pipelines: string,
): ToldProject {
	if (!node) return {};
	const { languages, releases, repository } = node;
	const { hidesCode } = question;
	const branch = question.defaultBranch ?? undefined;
	const root = repository?.rootRef === branch ? repository?.tree?.blobs : undefined;
	return {
		// GraphQL has them even where strangers do not see the code.
		...(languages &&
			!hidesCode && {
				languages: Object.fromEntries(languages.map(({ name, share }) => [name, share])),
			}),
		// Releases without their tags are hidden anyway.
		...(isTold(releases, question.shows.releases === true || hidesCode) && {
			releases: releases.map(({ tagName, releasedAt, upcomingRelease }) => ({
				tag_name: tagName,
				released_at: releasedAt,
				upcoming_release: upcomingRelease,
			})),
		}),
		...toPipelines(RawPipelines.parse(node[pipelines]), question),
		...(root && { rootFiles: root.nodes.map(({ name }) => name) }),
		...(question.asksAll && { blobs: toBlobs({ branch, files: toldFiles }, repository) }),
	};
}

/** GraphQL tells of what it hides that there is none. */
function isTold<Row>(rows: readonly Row[] | undefined, isShown: boolean): rows is Row[] {
	return rows !== undefined && (rows.length > 0 || isShown);
}

/** Without a branch the newest of any comes, which is not what REST is asked for. */
function toPipelines(
	pipelines: z.output<typeof RawPipelines>,
	{ defaultBranch, webUrl, shows }: ToldQuestion,
): Pick<ToldProject, 'pipelines'> {
	if (defaultBranch === null || !isTold(pipelines, shows.pipelines === true)) return {};
	const rows = pipelines.map(({ status, updatedAt, path }) => ({
		status: status.toLowerCase(),
		updated_at: updatedAt,
		web_url: webUrl === null ? undefined : URL.parse(path, webUrl)?.href,
	}));
	return rows.every(({ web_url }) => web_url !== undefined) ? { pipelines: rows } : {};
}

/** With what is known of the code, which has not changed: releases can be kept to members without any activity. */
export function withKnown(
	told: ToldProject = {},
	unchanged: ProjectFacts | undefined,
): ToldProject {
	if (!unchanged) return told;
	const languages = unchanged.languages.map(({ name, share }) => [name, share] as const);
	return { ...told, languages: Object.fromEntries(languages) };
}
