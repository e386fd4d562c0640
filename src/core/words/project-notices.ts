import { isMoved, isToBeDeleted } from '#core/inventory/project-state.ts';
import type { Project, ProjectFacts } from '#model/project.ts';
import type { DeclaredProject } from '#model/declared.ts';
import { hostOf } from './links.ts';
import type { Tone } from './tone.ts';
import { describeUnanswered } from './unanswered-words.ts';

/** What a reader of a project's page must know first. The checks below say what to fix. */
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
		describeAnswer(declared, project),
		describeMove(project),
		describeArchive(declared, project),
		declared.deprecated && deprecated,
	].filter((notice) => !!notice);
}

/** What of the page is older than the rest, or not known, because GitLab failed to answer. */
export function describeGaps({ unanswered = [] }: Pick<ProjectFacts, 'unanswered'>): Notice[] {
	return unanswered.map((part) => ({
		title: part.keptFrom === null ? 'Not known' : 'Not updated',
		text: describeUnanswered(part),
		tone: 'warn',
	}));
}

const deprecated: Notice = {
	title: 'Deprecated',
	text: "This project is on its way out. Don't build anything new on it.",
	tone: 'warn',
};

const privateProject: Notice = {
	title: 'Private',
	text: 'You need to sign in to see this project on GitLab, and may have to ask for access.',
	tone: 'quiet',
};

const missingOrPrivate: Notice = {
	title: 'Missing or private',
	text: "If you aren't signed in, GitLab answers the same for a project that doesn't exist and for one that's private. Sign in to GitLab and follow the link: if you see the project, it's private.",
	tone: 'warn',
};

const notPulled: Notice = {
	title: 'Not pulled yet',
	text: "This project isn't in the snapshot yet. The next pull asks GitLab for it.",
	tone: 'quiet',
};

function describeAnswer(declared: Declared, project: Project | undefined): Notice | null {
	const { instance } = declared;
	if (instance !== undefined) {
		return {
			title: 'On another instance',
			text: `This project is on ${hostOf(instance)}, which we don't read, so this page only has what the registry says. Follow the link to the project; you may need to sign in there.`,
			tone: 'quiet',
		};
	}
	if (project === undefined) return notPulled;
	if (project.answer !== 'missing-or-private') return null;
	return declared.private ? privateProject : missingOrPrivate;
}

function describeMove(project: Project | undefined): Notice | null {
	if (isToBeDeleted(project?.facts?.path)) {
		return {
			title: 'To be deleted',
			text: 'The project is scheduled for deletion on GitLab.',
			tone: 'warn',
		};
	}
	if (!project?.facts || !isMoved(project)) return null;
	return {
		title: 'Moved',
		text: `GitLab has moved this project from ${project.path} to ${project.facts.path}. The links on this page lead there.`,
		tone: 'warn',
	};
}

function describeArchive({ archived }: Declared, project: Project | undefined): Notice | null {
	const onGitlab = project?.facts?.archived ?? null;
	if (onGitlab === true) {
		return {
			title: 'Archived',
			text: 'The project is archived on GitLab: you can read it, but nobody can change it.',
			tone: archived ? 'quiet' : 'warn',
		};
	}
	if (!archived) return null;
	return onGitlab === false
		? {
				title: 'Declared as archived',
				text: "The registry declares the project archived, but it isn't archived on GitLab.",
				tone: 'warn',
			}
		: {
				title: 'Archived',
				text: "The registry declares the project archived. GitLab doesn't say whether it is.",
				tone: 'quiet',
			};
}
