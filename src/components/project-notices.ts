import { isMoved } from '#core/project-state.ts';
import type { Project } from '#model/project.ts';
import type { DeclaredProject } from '#model/registry.ts';
import { hostOf } from './links.ts';
import type { Tone } from './tone.ts';

/** What a reader of a project's page must know first, and what to do about it. */
export interface Notice {
	title: string;
	text: string;
	tone: Tone;
	/** A line that is ready to be pasted into the registry. */
	paste?: string;
}

type Declared = Pick<DeclaredProject, 'path' | 'instance' | 'deprecated' | 'archived'>;

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

function describeAnswer({ instance }: Declared, project: Project | undefined): Notice[] {
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
	return project.answer === 'missing-or-private' ? [missingOrPrivate] : [];
}

const missingOrPrivate: Notice = {
	title: 'Missing or private',
	text: 'GitLab gives a stranger the same answer for a project that does not exist and for one that is private. Sign in to GitLab and follow the link to the project: if you see it, it is private and all is well. If not, correct its path in the registry, or remove its entry.',
	tone: 'warn',
};

function describeMove(project: Project | undefined): Notice[] {
	if (!project?.facts || !isMoved(project)) return [];
	return [
		{
			title: 'Moved',
			text: `GitLab has moved this project; the registry still has the old path, ${project.path}. Replace it by the new one:`,
			tone: 'warn',
			paste: `path: ${project.facts.path}`,
		},
	];
}

function describeArchive(declared: Declared, project: Project | undefined): Notice[] {
	const onGitlab = project?.facts?.archived ?? null;
	if (onGitlab === true) {
		const text = 'The project is archived on GitLab: it can be read, but nobody can change it.';
		return declared.archived
			? [{ title: 'Archived', text, tone: 'plain' }]
			: [
					{
						title: 'Archived',
						text: `${text} The registry does not say so. Add this line to its entry, or remove the entry:`,
						tone: 'warn',
						paste: 'archived: true',
					},
				];
	}
	if (!declared.archived) return [];
	return onGitlab === false
		? [
				{
					title: 'Declared as archived, but not archived',
					text: 'The registry says that the project is archived; on GitLab it is not. Correct the registry, or archive the project.',
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
