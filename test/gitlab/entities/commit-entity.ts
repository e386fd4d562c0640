import { sha1 } from '../hash.ts';
import type { World, WorldProject, WorldTag } from '../world.ts';

/** The newest commit: it changes when a file changes. */
export function headOf({ path, files, links }: WorldProject): string {
	return sha1(`${path}\n${JSON.stringify(files)}${links ? JSON.stringify(links) : ''}`);
}

export function shaOfTag(project: WorldProject, tag: string): string {
	return sha1(`${project.path}@${tag}`);
}

/** A commit, e-mail addresses included: GitLab shows them to strangers too. */
export function toCommitEntity(world: World, project: WorldProject, sha: string, at: string) {
	const { name, email } = project.commitAuthor;
	// Commits carry the offset of their author; everything else of GitLab's is in UTC.
	const date = at.replace(/Z$/, '+00:00');
	return {
		id: sha,
		short_id: sha.slice(0, 8),
		created_at: date,
		parent_ids: [sha1(sha)],
		title: 'Merge the example into the default branch',
		message:
			'Merge the example into the default branch\n\nReviewed by nobody: this commit is invented.\n',
		author_name: name,
		author_email: email,
		authored_date: date,
		committer_name: name,
		committer_email: email,
		committed_date: date,
		trailers: {},
		extended_trailers: {},
		web_url: `${world.webUrl}/${project.path}/-/commit/${sha}`,
	};
}

export function toTagEntity(world: World, project: WorldProject, tag: WorldTag) {
	const sha = shaOfTag(project, tag.name);
	const release = project.releases.find((candidate) => candidate.tag === tag.name);
	return {
		name: tag.name,
		message: tag.message ?? '',
		target: tag.message === null ? sha : sha1(`${sha} ${tag.message}`),
		commit: toCommitEntity(world, project, sha, tag.committedAt),
		release: release ? { tag_name: tag.name, description: release.description } : null,
		protected: true,
		created_at: tag.message === null ? null : tag.committedAt,
	};
}
