import { z } from 'zod';
import { isSamePath } from '#core/base/paths.ts';
import { findMajorEpics } from '#core/plan/major-epics.ts';
import type { NamedEpics } from '#model/named.ts';
import type { NextMajorEpic } from '#model/next-major-epic.ts';
import type { Graphql } from '#gitlab/files/graphql.ts';
import { instant, webUrl } from '#gitlab/parse/raw.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';

/** GitLab's largest page. The newest come first, and the next major version's is one of them. */
const mostEpics = 100;

const query = `query($group: ID!, $title: String!) {
group(fullPath: $group) { fullPath
workItems(types: [EPIC], search: $title, in: [TITLE], sort: CREATED_DESC, first: ${String(mostEpics)}) {
nodes { title createdAt confidential webUrl } } } }`;

const Epic = z.object({ title: z.string(), createdAt: instant, confidential: z.boolean(), webUrl });
const Answer = z.object({
	group: z
		.object({ fullPath: z.string(), workItems: z.object({ nodes: z.array(Epic) }).nullable() })
		.nullable(),
});

/**
 * The public epics of major versions. It's a query of its own: a GitLab that knows no work items, or
 * lets nobody search who isn't signed in, refuses it, and answers others.
 *
 * @returns No row: GitLab hasn't said which there are.
 */
export async function askMajorEpics(
	graphql: Graphql,
	{ group, title }: NextMajorEpic,
	onAttempt: OnAttempt,
): Promise<NamedEpics[]> {
	const variables = { group, title };
	const node = (await graphql.ask({ query, variables }, Answer, onAttempt))?.group;
	if (!node?.workItems || !isSamePath(node.fullPath, group)) return [];
	const epics = node.workItems.nodes.flatMap(({ confidential, createdAt, ...epic }) =>
		confidential || createdAt === null ? [] : [{ ...epic, createdAt }],
	);
	return [{ kind: 'epic', place: group, name: title, majors: findMajorEpics(epics, title) }];
}
