import { mitText } from './license-texts.ts';
import { idFor } from './seed.ts';
import type {
	World,
	WorldEpic,
	WorldGroup,
	WorldIssue,
	WorldIteration,
	WorldMember,
	WorldMilestone,
	WorldPerson,
	WorldPipeline,
	WorldProject,
	WorldRelease,
	WorldTag,
	WorldToken,
	WorldUser,
} from './world.ts';

/** The secret of the small world's only token. Its user owns the group. */
export const smallToken = 'glpat-small-token';

/**
 * The least that makes sense: the group `platform` with one member, the project
 * `platform/billing-api`, the milestone 18.6 and one issue in it. A change replaces whole lists.
 */
export function smallWorld(change: Partial<World> = {}): World {
	const milestone = aWorldMilestone();
	return {
		today: '2026-03-04',
		version: '18.6.0-ee',
		webUrl: 'https://gitlab.example',
		users: [aWorldUser()],
		groups: [aWorldGroup({ members: [aWorldMember({ accessLevel: 50 })] })],
		projects: [aWorldProject()],
		milestones: [milestone],
		issues: [aWorldIssue({ milestoneId: milestone.id })],
		team: [aWorldPerson()],
		tokens: new Map([[smallToken, aWorldToken()]]),
		moved: new Map(),
		...change,
	};
}

export function aWorldUser(change: Partial<WorldUser> = {}): WorldUser {
	const username = change.username ?? 'ada.example';
	return {
		id: idFor(`user ${username}`),
		username,
		name: 'Ada Example',
		state: 'active',
		email: `${username}@example.com`,
		admin: false,
		...change,
	};
}

export function aWorldMember(change: Partial<WorldMember> = {}): WorldMember {
	return {
		username: 'ada.example',
		accessLevel: 30,
		createdAt: '2025-01-01T08:00:00.000Z',
		createdBy: null,
		expiresAt: null,
		...change,
	};
}

export function aWorldGroup(change: Partial<WorldGroup> = {}): WorldGroup {
	const path = change.path ?? 'platform';
	return {
		id: idFor(`group ${path}`),
		path,
		name: path,
		description: null,
		visibility: 'public',
		createdAt: '2020-01-01T08:00:00.000Z',
		runnersToken: `GR1348941-of-group-${path}`,
		members: [],
		sharedWith: [],
		...change,
	};
}

export function aWorldEpic(change: Partial<WorldEpic> = {}): WorldEpic {
	const { group = 'platform', iid = 1 } = change;
	return {
		id: idFor(`epic ${group} ${String(iid)}`),
		iid,
		group,
		title: 'Removals 20.0',
		state: 'opened',
		createdAt: '2026-02-01T08:00:00.000Z',
		confidential: false,
		...change,
	};
}

/** A project in Go with one release and one pipeline. */
export function aWorldProject(change: Partial<WorldProject> = {}): WorldProject {
	const path = change.path ?? 'platform/billing-api';
	return {
		id: idFor(path),
		path,
		name: 'Billing API',
		description: 'Writes the bills',
		visibility: 'public',
		createdAt: '2021-01-01T08:00:00.000Z',
		lastActivityAt: '2026-03-01T08:00:00.000Z',
		topics: ['billing'],
		stars: 7,
		forks: 1,
		archived: false,
		defaultBranch: 'main',
		license: { key: 'mit', name: 'MIT License' },
		languages: { Go: 90, Shell: 10 },
		releases: [aWorldRelease()],
		tags: [aWorldTag()],
		pipelines: [aWorldPipeline()],
		files: {
			'README.md': '# Billing API\n',
			LICENSE: mitText('Copyright (c) 2021-2026 Example'),
			'go.mod': `module example.com/${path}\n\ngo 1.26.5\n`,
		},
		hidden: [],
		commitAuthor: { name: 'Ada Example', email: 'ada.example@example.com' },
		runnersToken: `GR1348941-of-project-${path}`,
		sharedWith: [],
		...change,
	};
}

export function aWorldRelease(change: Partial<WorldRelease> = {}): WorldRelease {
	const releasedAt = change.releasedAt ?? '2026-02-19T08:00:00.000Z';
	return {
		tag: 'v1.2.0',
		name: change.tag ?? 'v1.2.0',
		description: null,
		createdAt: releasedAt,
		releasedAt,
		author: 'ada.example',
		...change,
	};
}

export function aWorldTag(change: Partial<WorldTag> = {}): WorldTag {
	return {
		name: 'v1.2.0',
		message: null,
		committedAt: '2026-02-19T08:00:00.000Z',
		...change,
	};
}

export function aWorldPipeline(change: Partial<WorldPipeline> = {}): WorldPipeline {
	return {
		id: 5001,
		iid: 1,
		status: 'success',
		source: 'push',
		ref: 'main',
		sha: null,
		createdAt: '2026-03-01T08:00:00.000Z',
		updatedAt: '2026-03-01T08:10:00.000Z',
		...change,
	};
}

export function aWorldMilestone(change: Partial<WorldMilestone> = {}): WorldMilestone {
	const title = change.title ?? '18.6';
	return {
		id: idFor(`%${title}`),
		iid: 1,
		parent: 'platform',
		kind: 'group',
		title,
		description: null,
		state: 'active',
		startDate: '2026-03-02',
		dueDate: '2026-03-06',
		createdAt: '2026-01-01T08:00:00.000Z',
		updatedAt: '2026-01-01T08:00:00.000Z',
		...change,
	};
}

/** A week that its cadence has scheduled. */
export function aWorldIteration(change: Partial<WorldIteration> = {}): WorldIteration {
	const startDate = change.startDate ?? '2026-03-02';
	return {
		id: idFor(`iteration ${startDate}`),
		iid: 1,
		parent: 'platform',
		cadence: 'Billing weeks',
		title: null,
		startDate,
		dueDate: '2026-03-08',
		createdAt: '2026-01-01T08:00:00.000Z',
		updatedAt: '2026-01-01T08:00:00.000Z',
		...change,
	};
}

export function aWorldIssue(change: Partial<WorldIssue> = {}): WorldIssue {
	const project = change.project ?? 'platform/billing-api';
	const iid = change.iid ?? 1;
	return {
		id: idFor(`${project}#${String(iid)}`),
		iid,
		project,
		title: 'Send the bills again',
		description: 'Asked for by a customer',
		state: 'opened',
		createdAt: '2026-02-01T08:00:00.000Z',
		updatedAt: '2026-03-01T08:00:00.000Z',
		closedAt: null,
		labels: ['group::platform'],
		milestoneId: null,
		author: 'ada.example',
		assignees: [],
		confidential: false,
		weight: null,
		healthStatus: null,
		dueDate: null,
		type: 'ISSUE',
		...change,
	};
}

export function aWorldPerson(change: Partial<WorldPerson> = {}): WorldPerson {
	return {
		slug: 'ada-example',
		name: 'Ada Example',
		role: '<a href="/job-families/backend/">Backend Engineer, Billing</a>',
		reportsTo: null,
		gitlab: 'ada.example',
		isVacancy: false,
		departments: [],
		more: {},
		...change,
	};
}

export function aWorldToken(change: Partial<WorldToken> = {}): WorldToken {
	return {
		id: 1,
		name: 'handbook',
		username: 'ada.example',
		scopes: ['read_api'],
		state: 'valid',
		createdAt: '2026-01-01T08:00:00.000Z',
		expiresAt: '2026-12-31',
		...change,
	};
}
