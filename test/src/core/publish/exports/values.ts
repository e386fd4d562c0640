/** Values of the exports, valid by default: a test names only what it is about. */
import { ExportedCheck, ExportedTool } from '#model/exports/checks.ts';
import { ExportedProject } from '#model/exports/project.ts';
import { ProjectsExport } from '#model/exports/exports.ts';
import { builderOf, pulledAt, source, type Overrides } from '../../../../builders.ts';

export const anExportedTool = builderOf(ExportedTool, () => ({
	id: 'go',
	name: 'Go',
	agreed: '1.26.5',
	state: 'agreed',
	versions: [{ version: '1.26.5', file: 'go.mod', line: 3 }],
}));

export const anExportedCheck = builderOf(ExportedCheck, () => ({
	id: 'release',
	title: 'Release in time',
	answer: 'holds',
	saw: 'The latest release, v1.2.3, is 22 days old.',
	readFrom: { text: 'the releases', url: `${source}/example/tools/widget/-/releases` },
	readAt: pulledAt,
	permission: 'stranger',
	needs: null,
	mend: null,
	exemption: null,
	since: null,
}));

export const anExportedProject = builderOf(
	ExportedProject,
	({ path = 'example/tools/widget' }) => ({
		path,
		earlierPaths: [],
		name: 'Widget',
		group: { id: 'product', title: 'Product projects' },
		category: null,
		page: `/projects/${path}/`,
		badge: `/exports/v1/badges/${path}.svg`,
		webUrl: `${source}/${path}`,
		currentPath: path,
		state: {
			answer: 'found',
			moved: false,
			archived: false,
			declaredArchived: false,
			deprecated: false,
			private: false,
		},
		hidden: [],
		unanswered: [],
		description: 'Waits for work.',
		defaultBranch: 'main',
		licence: { name: 'MIT License', url: null },
		languages: [
			{ name: 'Go', share: 98.1 },
			{ name: 'Shell', share: 1.9 },
		],
		topics: ['ci', 'runner'],
		latestVersion: {
			kind: 'release',
			tag: 'v1.2.3',
			releasedAt: '2026-11-01T09:00:00Z',
			ageDays: 22,
		},
		upcomingRelease: null,
		releaseOverdueAfterDays: 45,
		medianDaysBetweenReleases: 30,
		pipeline: { status: 'success', updatedAt: '2026-11-20T12:10:00Z', webUrl: null },
		lastActivityAt: '2026-11-20T12:00:00Z',
		tools: [anExportedTool()],
		checks: [anExportedCheck()],
		checkCounts: { holds: 1, broken: 0, unknown: 0, exempt: 0 },
	}),
);

/** Of which strangers see nothing. */
export function anUnknownProject(
	overrides: Overrides<typeof ExportedProject> = {},
): ExportedProject {
	return anExportedProject({
		webUrl: null,
		currentPath: null,
		state: {
			answer: 'missing-or-private',
			moved: null,
			archived: null,
			declaredArchived: false,
			deprecated: false,
			private: true,
		},
		hidden: null,
		unanswered: null,
		description: null,
		defaultBranch: null,
		licence: null,
		languages: null,
		topics: null,
		latestVersion: null,
		releaseOverdueAfterDays: null,
		medianDaysBetweenReleases: null,
		pipeline: null,
		lastActivityAt: null,
		tools: [anExportedTool({ state: 'unknown', versions: null })],
		checks: [anExportedCheck({ answer: 'unknown', readFrom: null, needs: 'A token.' })],
		checkCounts: { holds: 0, broken: 0, unknown: 1, exempt: 0 },
		...overrides,
	});
}

export const aProjectsExport = builderOf(ProjectsExport, () => ({
	version: 1,
	schema: '/exports/v1/projects.schema.json',
	about: '/about/exports/',
	title: 'Example handbook',
	snapshot: {
		source,
		sample: false,
		pulledAt,
		projects: { state: 'fresh', pulledAt, reason: null },
		groupProjects: { state: 'fresh', pulledAt, reason: null },
		access: { state: 'missing', pulledAt: null, reason: 'No token is set.' },
	},
	checks: [
		{
			id: 'release',
			title: 'Release in time',
			claim: 'The latest release is not overdue.',
			why: 'Users wait for it.',
		},
	],
	projects: [anExportedProject(), anUnknownProject({ path: 'example/tools/hidden' })],
}));
