import type { Cited, CitedChange } from '#core/inventory/cited-project.ts';
import { formatDay } from './formats.ts';
import type { Wording } from './tone.ts';

/** What became of what a text leads to: a word, and a sentence that begins with it. */
export interface CitedWording extends Wording {
	text: string;
}

/** What became of it, after its name: `the project a/b, which is now at a/c`. */
export function describeCitedChange(cited: CitedChange): string {
	switch (cited.state) {
		case 'moved':
			return `which is now at ${cited.to}`;
		case 'archived':
			return 'which is archived';
		case 'gone':
			return cited.isToBeDeleted
				? 'which is scheduled for deletion'
				: "which GitLab doesn't show if you aren't signed in: it's gone or private";
	}
}

/** `null`: all is well, or nobody asks. */
export function describeCited(cited: Cited): CitedWording | null {
	switch (cited.state) {
		case 'fine':
		case 'unasked':
			return null;
		case 'moved':
			return { word: 'Moved', tone: 'warn', text: `Moved: now at ${cited.to}.` };
		case 'archived':
			return {
				word: 'Archived',
				tone: 'warn',
				text: 'Archived: you can read it, but nobody can change it.',
			};
		case 'gone':
			return {
				word: 'Gone',
				tone: 'bad',
				text: cited.isToBeDeleted
					? "Gone soon: it's scheduled for deletion on GitLab."
					: "Gone or private: GitLab doesn't show it if you aren't signed in.",
			};
		case 'unchecked':
			return {
				word: 'Not checked',
				tone: 'quiet',
				text:
					cited.pulledAt === null
						? `Couldn't be checked: ${cited.reason}`
						: `Not checked since ${formatDay(cited.pulledAt)}: newer data couldn't be pulled.`,
			};
	}
}
