import { isMoved } from '../project-state.ts';
import type { ProjectSubject, Rule } from './check.ts';
import { replaceKey } from './edit.ts';
import { judgeFacts } from './gate.ts';
import { broken, holds, readAsStranger } from './verdict.ts';

export const pathRule = {
	id: 'path',
	title: 'At its declared path',
	claim: 'The project is at the path that the registry declares.',
	why: 'GitLab leads from an old path to the new one only until somebody creates a project there. Then links, clones and imports lead to the wrong project.',
	judge: (subject: ProjectSubject) =>
		judgeFacts(subject, (facts) => {
			const { declared, place } = subject;
			const from = { text: "GitLab's answer to the declared path", url: facts.webUrl };
			const reading = readAsStranger(subject, from);
			if (!isMoved({ path: declared.path, facts })) {
				return holds('GitLab has it at the declared path.', reading);
			}
			return broken(`GitLab has moved it to ${facts.path}.`, reading, {
				text: `Replace the path by ${facts.path}, and keep the entries in the order of their paths.`,
				...replaceKey(place, 'path', facts.path),
			});
		}),
} satisfies Rule;
