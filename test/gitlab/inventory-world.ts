import { type InventoryRole, inventoryMaintainers, inventoryPaths } from './inventory-registry.ts';
import {
	aWorldGroup,
	aWorldIssue,
	aWorldMember,
	aWorldMilestone,
	aWorldPipeline,
	aWorldProject,
	aWorldRelease,
	aWorldTag,
	smallWorld,
} from './small-world.ts';
import type { World, WorldProject, WorldShare } from './world.ts';

/** The day of the inventory's world. */
export const inventoryToday = '2026-11-23';
/** A private group that everything is shared with. Its name may be told nowhere. */
export const inventorySecretGroup = 'platform/secret-crew';

/** A GitLab with the projects of `inventoryPaths`. Its token, `smallToken`, sees all of it. */
export function inventoryWorld(change: Partial<World> = {}): World {
	const moved = ordinary('movedTo');
	const milestone = aWorldMilestone({
		title: '19.7',
		startDate: '2026-11-14',
		dueDate: '2026-12-11',
	});
	return smallWorld({
		today: inventoryToday,
		groups: inventoryGroups(),
		projects: [
			ordinary('good'),
			ordinary('archived', { archived: true }),
			moved,
			ordinary('private', { visibility: 'private' }),
			ordinary('declaredPrivate', { visibility: 'private' }),
			ordinary('withoutGroup', { sharedWith: [secretShare] }),
			ordinary('lesserAccess', { sharedWith: sharesWith(30) }),
			ordinary('throughGroup', { sharedWith: [secretShare] }),
			ordinary('upcomingFirst', {
				releases: [
					aWorldRelease({ tag: 'v2.0.0', releasedAt: '2026-12-17T08:00:00.000Z' }),
					recentRelease,
				],
			}),
			ordinary('tagsOnly', { releases: [], tags: versionTags() }),
			ordinary('withoutVersions', { releases: [], tags: [] }),
			ordinary('otherLanguage', {
				languages: { Ruby: 100 },
				files: { ...commonFiles, Gemfile: 'source "https://rubygems.example"\n' },
			}),
			ordinary('miseOnly', {
				files: {
					...commonFiles,
					'mise.toml': '# Tools\n[tools]\ngo = "1.25.4"\nlint = "2.1.0"\n"npm:other" = "9.9.9"\n',
				},
			}),
			ordinary('codeHidden', { hidden: ['repository'] }),
			ordinary('pipelinesHidden', { hidden: ['pipelines'] }),
			ordinary('undeclared'),
			ordinary('undeclaredPrivate', { visibility: 'private' }),
		],
		milestones: [milestone],
		issues: [
			aWorldIssue({
				project: inventoryPaths.good,
				milestoneId: milestone.id,
				createdAt: '2026-11-02T08:00:00.000Z',
				updatedAt: '2026-11-20T08:00:00.000Z',
			}),
		],
		moved: new Map([[inventoryPaths.moved, moved.id]]),
		...change,
	});
}

const recentRelease = aWorldRelease({ tag: 'v1.2.0', releasedAt: '2026-11-10T08:00:00.000Z' });
const secretShare: WorldShare = { group: inventorySecretGroup, accessLevel: 40 };

const commonFiles = {
	'README.md': '# Text that nobody reads\n',
	LICENSE: 'MIT License\n',
	'.gitlab/CODEOWNERS': `# Owners\n* @${inventoryMaintainers} @ada.example\n`,
	'.gitlab-ci.yml': 'include:\n  - local: /.gitlab/ci/tools.yml\n\ntest:\n  script: make test\n',
	'.gitlab/ci/tools.yml': 'variables:\n  LINT_VERSION: "2.1.0"\n',
};

function ordinary(role: InventoryRole, change: Partial<WorldProject> = {}): WorldProject {
	const path = inventoryPaths[role];
	return aWorldProject({
		path,
		name: path.split('/').at(-1) ?? path,
		lastActivityAt: '2026-11-20T08:00:00.000Z',
		releases: [
			recentRelease,
			aWorldRelease({ tag: 'v1.1.0', releasedAt: '2026-10-12T08:00:00.000Z' }),
		],
		tags: [
			aWorldTag({ name: 'v1.2.0', committedAt: '2026-11-10T07:00:00.000Z' }),
			aWorldTag({ name: 'v1.1.0', committedAt: '2026-10-12T07:00:00.000Z' }),
		],
		pipelines: [
			aWorldPipeline({
				createdAt: '2026-11-20T08:00:00.000Z',
				updatedAt: '2026-11-20T08:10:00.000Z',
			}),
		],
		files: { ...commonFiles, 'go.mod': `module gitlab.example/${path}\n\ngo 1.26.5\n` },
		sharedWith: sharesWith(40),
		...change,
	});
}

function sharesWith(accessLevel: number): WorldShare[] {
	return [
		{ group: inventoryMaintainers, accessLevel },
		{ group: 'platform/reviewers', accessLevel: 30, expiresAt: '2027-06-30' },
		secretShare,
	];
}

function versionTags() {
	return ['v0.9.0', 'v0.10.0', 'nightly'].map((name, index) =>
		aWorldTag({ name, committedAt: `2026-11-1${String(index)}T08:00:00.000Z` }),
	);
}

function inventoryGroups() {
	const member = aWorldMember();
	return [
		aWorldGroup({ path: 'platform', members: [aWorldMember({ accessLevel: 50 })] }),
		aWorldGroup({ path: inventoryMaintainers, members: [member] }),
		aWorldGroup({ path: 'platform/reviewers', members: [member] }),
		aWorldGroup({ path: inventorySecretGroup, visibility: 'private' }),
		aWorldGroup({ path: 'platform/services' }),
		aWorldGroup({ path: 'platform/tools' }),
		aWorldGroup({
			path: 'platform/apart',
			sharedWith: [{ group: inventoryMaintainers, accessLevel: 40 }, secretShare],
		}),
	];
}
