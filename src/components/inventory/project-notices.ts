import { isMoved } from '#core/inventory/project-state.ts';
import type { Project } from '#model/project.ts';
import type { DeclaredProject } from '#model/registry.ts';
import { hostOf } from '#core/words/links.ts';
import type { Tone } from '#core/words/tone.ts';

/** What a reader of a project's page must know first. What is to be mended, the checks below say. */
export interface Notice {
	title: string;
	text: string;
	tone: Tone;
}

type Declared = Pick<DeclaredProject, 'path' | 'instance' | 'deprecated' | 'archived' | 'private'>;

/**
 * Explains each state of a declared project. Empty: it is where the registry says, and alive.
 *
 * @param project `undefined`: the snapshot knows nothing of it.
 */
export function describeNotices(declared: Declared, project: Project | undefined): Notice[] {
	return [
		...describeAnswer(declared, project),
		...describeMove(project),
		...describeArchive(declared, project),
		...(declared.deprecated ? [deprecated] : []),
	];
}

const deprecated: Notice = {
	title: 'Deprecated',
	text: 'The team has said that this project is on its way out. Build nothing new on it.',
	tone: 'warn',
};

function describeAnswer(declared: Declared, project: Project | undefined): Notice[] {
	const { instance } = declared;
	if (instance !== undefined) {
		return [
			{
				title: 'On another instance',
				text: `This project lives on ${hostOf(instance)}, which this site never asks, so it knows only what the registry says. Follow the link to the project; you may have to sign in there.`,
				tone: 'plain',
			},
		];
	}
	if (project === undefined) {
		return [
			{
				title: 'Not pulled yet',
				text: 'The snapshot knows nothing of this project. The next pull asks GitLab for it.',
				tone: 'plain',
			},
		];
	}
	if (project.answer !== 'missing-or-private') return [];
	return [declared.private ? privateProject : missingOrPrivate];
}

const privateProject: Notice = {
	title: 'Private',
	text: 'The team has said that strangers cannot see this project. Sign in to GitLab and follow the link to the project; you may have to ask for access.',
	tone: 'plain',
};

const missingOrPrivate: Notice = {
	title: 'Missing or private',
	text: 'GitLab gives a stranger the same answer for a project that does not exist and for one that is private. Sign in to GitLab and follow the link to the project: if you see it, it is private.',
	tone: 'warn',
};

function describeMove(project: Project | undefined): Notice[] {
	if (!project?.facts || !isMoved(project)) return [];
	return [
		{
			title: 'Moved',
			text: `GitLab has moved this project from ${project.path} to ${project.facts.path}. The links on this page lead there.`,
			tone: 'warn',
		},
	];
}

function describeArchive({ archived }: Declared, project: Project | undefined): Notice[] {
	const onGitlab = project?.facts?.archived ?? null;
	if (onGitlab === true) {
		return [
			{
				title: 'Archived',
				text: 'The project is archived on GitLab: it can be read, but nobody can change it.',
				tone: archived ? 'plain' : 'warn',
			},
		];
	}
	if (!archived) return [];
	return onGitlab === false
		? [
				{
					title: 'Declared as archived',
					text: 'The team has said that the project is archived; on GitLab it is not.',
					tone: 'warn',
				},
			]
		: [
				{
					title: 'Archived',
					text: 'The team has said that the project is archived. GitLab does not tell this site whether it is.',
					tone: 'plain',
				},
			];
}
