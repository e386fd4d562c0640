import type { GroupPath } from '#model/identifiers.ts';
import type { ProjectFacts, UnreadFile } from '#model/project.ts';
import { codeownersFiles } from '#core/inventory/file-kinds.ts';
import { isReadForGroups } from '#core/inventory/file-rules.ts';
import { isSamePath } from '#core/base/paths.ts';
import { describeUnread, needsForUnread } from '#core/inventory/unread-files.ts';
import type { Rule, Subject, Verdict } from '#core/inventory/check.ts';
import { judgeAlive } from '#core/inventory/gate.ts';
import { findUnseen } from '#core/inventory/unseen.ts';
import { readFromFile } from '#core/inventory/source.ts';
import { broken, holds, readAsStranger, unknown } from '#core/inventory/verdict.ts';

/** @param wanted Groups of which one has to be named: at least one. */
export function codeownersRule(wanted: readonly GroupPath[]): Rule {
	return {
		id: 'codeowners',
		title: 'Named in CODEOWNERS',
		claim: `CODEOWNERS names ${oneOf(wanted)}.`,
		why: "GitLab asks the people in CODEOWNERS to review a change. If our group isn't there, changes that nobody on the team has seen can be merged.",
		judge: (subject) => judgeAlive(subject, (facts) => judgeFile(subject, facts, wanted)),
	};
}

function judgeFile(subject: Subject, facts: ProjectFacts, wanted: readonly GroupPath[]): Verdict {
	const { codeowners, unreadFiles } = facts;
	const unread = findUnread(codeowners?.file, unreadFiles);
	if (unread !== undefined) {
		const reading = readAsStranger(subject, readFromFile(facts, unread.file));
		return unknown(`${describeUnread(unread)} couldn't be read.`, reading, needsForUnread(unread));
	}
	const name = wanted.map((group) => `@${group}`).join(' or ');
	if (codeowners === null) {
		const reading = readAsStranger(subject, { text: 'the project’s files', url: facts.webUrl });
		const unseen = findUnseen(facts, ['code', 'files'], 'files');
		if (unseen !== undefined) return unknown(unseen.why, reading, unseen.needs);
		const observed = "There's no CODEOWNERS file in any of the places GitLab looks.";
		return broken(observed, reading, {
			text: `Add a file ${codeownersFiles[2]} to the default branch, with a line such as: * ${wanted.map((group) => `@${group}`).join(' ')}`,
		});
	}
	const mention = codeowners.mentions.find(({ group }) =>
		wanted.some((one) => isSamePath(one, group)),
	);
	if (mention === undefined) {
		const reading = readAsStranger(subject, readFromFile(facts, codeowners.file));
		if (!isReadForGroups(subject.about.filesFor.projects, wanted)) {
			const observed = `We haven't looked for ${oneOf(wanted)} in ${codeowners.file} yet.`;
			return unknown(observed, reading, 'The next pull.');
		}
		return broken(`${codeowners.file} doesn't name ${oneOf(wanted)}.`, reading, {
			text: `Name ${name} in ${codeowners.file} of the default branch.`,
		});
	}
	const from = readFromFile(facts, codeowners.file, mention.line);
	return holds(`${codeowners.file} names ${mention.group}.`, readAsStranger(subject, from));
}

/** A file that would count instead of the one that was found, had it been read. */
function findUnread(
	found: string | undefined,
	unread: readonly UnreadFile[],
): (UnreadFile & { file: string }) | undefined {
	const position = codeownersFiles.findIndex((file) => file === found);
	const better = position === -1 ? codeownersFiles : codeownersFiles.slice(0, position);
	return better.flatMap((file) => {
		const one = unread.find((other) => other.file === file);
		return one ? { ...one, file } : [];
	})[0];
}

function oneOf(groups: readonly string[]): string {
	return groups.join(' or ');
}
