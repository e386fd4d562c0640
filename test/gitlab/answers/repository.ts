import { type Answer, json, notFound } from '../answer.ts';
import { headOf, shaOfTag, toCommitEntity, toTagEntity } from '../entities/commit-entity.ts';
import { findProjectPart } from '../lookup.ts';
import { compareBy } from '../order.ts';
import { paged } from '../pages.ts';
import { partOf, type Question } from '../question.ts';
import { compareVersions } from '../versions.ts';
import type { WorldProject, WorldTag } from '../world.ts';

/** The commit that a branch, a tag, `HEAD` or a SHA means. Undefined: there is none. */
export function commitAt(project: WorldProject, ref: string): string | undefined {
	if (project.defaultBranch === null) return undefined;
	const head = headOf(project);
	if (ref === 'HEAD' || ref === project.defaultBranch) return head;
	if (ref.length >= 7 && head.startsWith(ref)) return head;
	const tags = project.tags.map(({ name }) => ({ name, sha: shaOfTag(project, name) }));
	return tags.find(({ name, sha }) => name === ref || sha === ref)?.sha;
}

export function answerTags(question: Question): Answer {
	const { world, params } = question;
	const orderBy = params.choice('order_by', ['name', 'updated', 'version']) ?? 'updated';
	const sort = params.choice('sort', ['asc', 'desc']) ?? 'desc';
	const search = params.text('search');
	const project = findProjectPart(question, 'repository');
	const rows = project.tags
		.filter(({ name }) => search === undefined || matches(name, search))
		.toSorted(tagOrder(orderBy, sort));
	return paged(question, rows, (tag) => toTagEntity(world, project, tag), {
		objects: 'Gitlab::Git::Tag',
		keyset: { parameter: 'page_token', positionOf: ({ name }) => name },
	});
}

export function answerTag(question: Question): Answer {
	const project = findProjectPart(question, 'repository');
	const tag = project.tags.find(({ name }) => name === partOf(question, 'tag'));
	if (tag === undefined) throw notFound('Tag');
	return json(toTagEntity(question.world, project, tag));
}

export function answerBranch(question: Question): Answer {
	const { world } = question;
	const project = findProjectPart(question, 'repository');
	const name = partOf(question, 'branch');
	if (project.defaultBranch !== name) throw notFound('Branch');
	return json({
		name,
		merged: false,
		protected: true,
		default: true,
		developers_can_push: false,
		developers_can_merge: false,
		can_push: false,
		web_url: `${world.webUrl}/${project.path}/-/tree/${name}`,
		commit: toCommitEntity(world, project, headOf(project), project.lastActivityAt),
	});
}

export function answerCommit(question: Question): Answer {
	const { world } = question;
	const project = findProjectPart(question, 'repository');
	const sha = commitAt(project, partOf(question, 'sha'));
	if (sha === undefined) throw notFound('Commit');
	return json({
		...toCommitEntity(world, project, sha, project.lastActivityAt),
		stats: { additions: 1, deletions: 1, total: 2 },
		status: null,
		project_id: project.id,
		last_pipeline: null,
	});
}

/** `^v1` is the beginning, `rc$` the end, anything else a part. */
function matches(name: string, search: string): boolean {
	if (search.startsWith('^')) return name.startsWith(search.slice(1));
	if (search.endsWith('$')) return name.endsWith(search.slice(0, -1));
	return name.includes(search);
}

function tagOrder(
	orderBy: 'name' | 'updated' | 'version',
	sort: 'asc' | 'desc',
): (one: WorldTag, other: WorldTag) => number {
	if (orderBy === 'name') return compareBy(({ name }) => name, sort);
	if (orderBy === 'updated') return compareBy(({ committedAt }) => committedAt, sort);
	return (one, other) => compareVersions(one.name, other.name) * (sort === 'asc' ? 1 : -1);
}
