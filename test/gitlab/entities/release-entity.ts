import { canReadPart } from '../access.ts';
import type { Question } from '../question.ts';
import type { WorldProject, WorldRelease } from '../world.ts';
import { shaOfTag, toCommitEntity } from './commit-entity.ts';
import { toUserEntity } from './user-entity.ts';

/** A release. Without access to the code, all that names the tag is left out. */
export function toReleaseEntity(
	{ world, viewer }: Question,
	project: WorldProject,
	release: WorldRelease,
) {
	const seesCode = canReadPart(world, viewer, project, 'repository');
	const url = `${world.webUrl}/${project.path}/-/releases/${encodeURIComponent(release.tag)}`;
	return {
		...(seesCode && { tag_name: release.tag }),
		name: release.name,
		description: release.description,
		created_at: release.createdAt,
		released_at: release.releasedAt,
		upcoming_release: release.releasedAt.slice(0, 10) > world.today,
		author: toUserEntity(world, release.author),
		milestones: [],
		...(seesCode && {
			commit: toCommitEntity(world, project, shaOfTag(project, release.tag), release.createdAt),
			commit_path: `/${project.path}/-/commit/${shaOfTag(project, release.tag)}`,
			tag_path: `/${project.path}/-/tags/${release.tag}`,
			evidences: [],
		}),
		assets: {
			count: seesCode ? 1 : 0,
			...(seesCode && {
				sources: [
					{
						format: 'tar.gz',
						url: `${world.webUrl}/${project.path}/-/archive/${release.tag}/source.tar.gz`,
					},
				],
			}),
			links: [],
		},
		_links: { ...(seesCode && { self: url }) },
	};
}
