import type { ProjectFacts } from '#model/project.ts';
import type { Rule, Subject, Verdict } from '#core/inventory/check.ts';
import { removeKey, setKey, withEdits } from './edit.ts';
import { judgeFacts } from '#core/inventory/gate.ts';
import { broken, holds, readAsStranger, unknown } from '#core/inventory/verdict.ts';

export const archivedRule: Rule = {
	id: 'archived',
	title: 'Archived as declared',
	claim: 'The project is archived on GitLab exactly when the registry says so.',
	why: 'Nobody can change an archived project: its bugs stay, and nobody answers its issues. Readers need to know that before they rely on it.',
	judge: (subject) => judgeFacts(subject, (facts) => judgeArchived(subject, facts)),
};

function judgeArchived(subject: Subject, { archived, webUrl }: ProjectFacts): Verdict {
	const { declared } = subject;
	const listing = { text: 'the listing of the project’s group on GitLab', url: webUrl };
	const reading = readAsStranger(subject, listing, 'archived');
	if (archived === null) {
		const observed =
			"Without signing in, only the listing of its group says whether a project is archived, and it didn't say.";
		return unknown(observed, reading, 'The next pull.');
	}
	if (archived === declared.archived) {
		return holds(archived ? 'It is archived, as declared.' : "It isn't archived.", reading);
	}
	return archived
		? broken("It's archived on GitLab, but the registry doesn't say so.", reading, {
				text: 'Add "archived: true" to the entry, or remove the entry.',
				...withEdits(setKey(declared.place, 'archived', 'true')),
			})
		: broken("The registry declares it archived, but it isn't archived on GitLab.", reading, {
				text: 'Remove "archived: true" from the entry, or archive the project on GitLab.',
				...withEdits(removeKey(declared.place, 'archived')),
			});
}
