import type { NotApplicable, ProjectSubject, Rule, Verdict } from '#core/inventory/check.ts';
import { removeKey, setKey, withEdits } from './edit.ts';
import { judgeFacts } from '#core/inventory/gate.ts';
import { broken, holds, readAsStranger, unknown } from '#core/inventory/verdict.ts';

export const readableRule = {
	id: 'readable',
	title: 'Readable by everyone',
	claim: 'Anyone can see the project without an account, unless the registry declares it private.',
	why: "Readers follow our links without an account. What they can't see, this site can't check or show either.",
	judge: judgeReadable,
} satisfies Rule;

function judgeReadable(subject: ProjectSubject): Verdict | NotApplicable {
	const { declared, project } = subject;
	if (declared.instance === undefined && project?.answer === 'missing-or-private') {
		return judgeUnseen(subject);
	}
	return judgeFacts(subject, ({ webUrl }) => {
		const reading = readAsStranger(subject, {
			text: 'GitLab’s answer to the declared path',
			url: webUrl,
		});
		if (declared.private !== true) return holds('Anyone can see it on GitLab.', reading);
		return broken("It's declared private, but anyone can see it on GitLab.", reading, {
			text: 'Remove "private: true" from the entry, or make the project private on GitLab if it must not be public.',
			...withEdits(removeKey(subject.declared.place, 'private')),
		});
	});
}

function judgeUnseen(subject: ProjectSubject): Verdict {
	const { declared } = subject;
	const reading = readAsStranger(subject, {
		text: 'GitLab’s answer to the declared path',
		url: null,
	});
	if (declared.private === true) {
		return holds("It's declared private, and you need to sign in to see it on GitLab.", reading);
	}
	const observed =
		"Without signing in, GitLab shows no such project. It's missing or private; we can't see which.";
	const correct = 'Correct the path if the project moved; remove the entry if it is gone';
	// Of consumers the registry does not say whether they are private.
	if (declared.private === undefined) {
		return unknown(observed, reading, 'Someone who can see it.', { text: `${correct}.` });
	}
	return unknown(observed, reading, 'Someone who can see it.', {
		text: `${correct}; add "private: true" to the entry if it is private.`,
		...withEdits(setKey(declared.place, 'private', 'true')),
	});
}
