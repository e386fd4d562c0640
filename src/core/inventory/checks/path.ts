import type { ProjectPath } from '#model/identifiers.ts';
import { isSamePath } from '#core/base/paths.ts';
import { isMoved, isToBeDeleted } from '#core/inventory/project-state.ts';
import type { Fix, ProjectSubject, Rule } from '#core/inventory/check.ts';
import { replaceKey, withEdits } from './edit.ts';
import { judgeFacts } from '#core/inventory/gate.ts';
import { broken, holds, readAsStranger } from '#core/inventory/verdict.ts';

export const pathRule = {
	id: 'path',
	title: 'At its declared path',
	claim: 'The project is at the path that the registry declares.',
	why: 'GitLab redirects from an old path only until someone creates a project there. Then links, clones and imports reach the wrong project.',
	judge: (subject: ProjectSubject) =>
		judgeFacts(subject, (facts) => {
			const { declared } = subject;
			const from = { text: 'GitLab’s answer to the declared path', url: facts.webUrl };
			const reading = readAsStranger(subject, from);
			if (isToBeDeleted(facts.path)) {
				return broken("It's scheduled for deletion on GitLab.", reading, {
					text: 'Remove the entry, or restore the project on GitLab if the team still needs it.',
				});
			}
			if (!isMoved({ path: declared.path, facts })) {
				return holds("It's at the declared path.", reading);
			}
			return broken(`GitLab has moved it to ${facts.path}.`, reading, fixOf(subject, facts.path));
		}),
} satisfies Rule;

function fixOf(subject: ProjectSubject, path: ProjectPath): Fix {
	const { declared, entries } = subject;
	const { place } = declared;
	const own = [declared.path, ...(declared.earlierPaths ?? [])];
	if (entries.has(path) && !own.some((one) => isSamePath(one, path))) {
		return {
			text: `The registry already has ${path} in another entry: remove this one if both are the same project.`,
		};
	}
	const order = describeOrder(subject, path);
	// Of consumers no pages, histories or exemptions are kept by path.
	if (declared.earlierPaths === undefined) {
		return {
			text: `Replace the path with ${path}${order}.`,
			...withEdits(replaceKey(place, 'path', path)),
		};
	}
	const earlier = [...declared.earlierPaths, declared.path].filter((one) => !isSamePath(one, path));
	const list = `[${earlier.join(', ')}]`;
	const edits =
		'earlierPaths' in place.lines
			? [replaceKey(place, 'path', path), replaceKey(place, 'earlierPaths', list)]
			: [replaceKey(place, 'path', path, { earlierPaths: list })];
	return {
		text: `Replace the path with ${path} and keep the old one in earlierPaths, so that its history, exemptions and addresses still count${order}.`,
		...withEdits(...edits),
	};
}

/** Where the entry belongs, when the new path puts it between other entries than those around it. */
function describeOrder({ declared, entries }: ProjectSubject, path: ProjectPath): string {
	const { before, after } = entries.neighboursOf(path, declared.path);
	const where = 'where the order of the paths puts it';
	if (before && before.place.line > declared.place.line) {
		return `, and move the entry below line ${String(before.place.end)}, ${where}`;
	}
	if (after && after.place.line < declared.place.line) {
		return `, and move the entry above line ${String(after.place.line)}, ${where}`;
	}
	return '';
}
