import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Listed } from '#core/people/roster.ts';
import { isExcessive } from '#core/base/text-bounds.ts';
import { InvalidDataError } from '#model/parse.ts';

/** Every value is read as text: a slug or user name of digits is no number. */
const text = z.string().nullable().catch(null).default(null);
const isNothing = (value: string | null) => ['', '~', 'null'].includes(value?.trim() ?? '');
const word = text.transform((value) => (isNothing(value) ? null : (value?.trim() ?? null)));
const words = z.array(z.string()).catch([]).default([]);

/** Loose, and the only fields of an entry that are read: the rest goes no further. */
const RawPerson = z.object({
	slug: word,
	name: word,
	/** Not trimmed: patterns are tried on it as it is. */
	role: text.transform((value) => (isNothing(value) ? null : value)),
	reports_to: word,
	gitlab: word,
	departments: words,
	team_tags: words,
	/** An open position. */
	placeholder: word,
});

/** An entry of the company's list of people. */
export interface Person extends Listed {
	readonly gitlab: string | null;
	readonly isVacancy: boolean;
}

/**
 * Reads the company's list of people.
 *
 * @param source The list's address, for messages. They quote nothing of the list, which holds more
 * about people than may be published.
 * @throws {InvalidDataError} when it is no YAML list of entries, or an empty one.
 */
export function parseTeamYml(yaml: string, source: string): Person[] {
	if (isExcessive(yaml, listBounds)) {
		throw invalid(
			source,
			'no YAML of at most 8 MiB with lines of at most 20,000 characters and brackets up to 500 deep',
		);
	}
	const entries = parseYaml(yaml, source);
	if (!Array.isArray(entries) || entries.length === 0) throw invalid(source, 'no list of people');
	return entries.map((entry: unknown, index) => {
		const raw = RawPerson.safeParse(entry);
		if (!raw.success) throw invalid(source, `no list of people at entry ${String(index + 1)}`);
		const { reports_to, team_tags, placeholder, ...person } = raw.data;
		return {
			...person,
			reportsTo: reports_to,
			departments: [...person.departments, ...team_tags],
			isVacancy: placeholder === 'true',
		};
	});
}

const listBounds = { characters: 8 * 1024 * 1024, lineCharacters: 20_000 };

function parseYaml(yaml: string, source: string): unknown {
	try {
		const document = parseDocument(yaml, {
			schema: 'failsafe',
			prettyErrors: false,
			logLevel: 'error',
			// The last one counts, as for the programs that wrote the list.
			uniqueKeys: false,
		});
		const [mistake] = document.errors;
		if (mistake === undefined) return document.toJS({ maxAliasCount: 100 });
		const line = yaml.slice(0, mistake.pos[0]).split('\n').length;
		throw invalid(source, `no valid YAML at line ${String(line)}`);
	} catch (error) {
		if (error instanceof InvalidDataError) throw error;
		// Aliases that multiply, or nesting without end.
		throw invalid(source, "YAML that can't be unfolded");
	}
}

function invalid(source: string, what: string): InvalidDataError {
	return new InvalidDataError(
		`${source} has ${what}.\nCorrect its address in content/registry/team.yaml or TEAM_YML_URL, or wait until it's fixed.`,
	);
}
