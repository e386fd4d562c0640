import type { DeclaredTool } from '#model/checks.ts';
import { expandVariables, parseImage } from './ci-images.ts';
import { parseCiYaml, type CiText, type CiYaml } from './ci-yaml.ts';
import { mainCiFile } from './include-walk.ts';
import { toVersion, type PinnedVersion } from './pinned-version.ts';

/** A variable or an image of a CI file, with the values of variables put in. */
export interface CiValue {
	/** `null`: it is an image. */
	variable: string | null;
	value: string;
	line: number;
}

/** Fields of a CI file that are no jobs. */
const noJob = /^(cache|image|include|services|spec|stages|variables|workflow)$/;

/** Value of a variable by its name. `undefined`: not known. */
type Variables = (name: string) => string | undefined;

/**
 * Reads the variables and images of a project's CI files, by path. Images of services are none of
 * them: they are what is tested against.
 *
 * @param texts All files together, since one uses the variables of another.
 */
export function parseCiFiles(
	texts: ReadonlyMap<string, string>,
	parse = parseCiYaml,
): Map<string, CiValue[]> {
	const files = new Map<string, CiYaml>();
	for (const [path, text] of texts) {
		const file = parse(text);
		if (file) files.set(path, file);
	}
	const variables = findVariables(files);
	return new Map(Array.from(files, ([path, file]) => [path, findValues(file, variables)]));
}

/** A variable that holds an image counts by its image, whatever its name. */
export function findCiPins(values: readonly CiValue[], { pins }: DeclaredTool): PinnedVersion[] {
	return values.flatMap(({ variable, value, line }) => {
		const image = parseImage(value);
		const isNamed = variable !== null && pins.variables.includes(variable);
		const ofImage = image && pins.images.includes(image.name) ? image.version : undefined;
		const version = ofImage ?? (isNamed ? toVersion(value) : undefined);
		return version === undefined ? [] : [{ line, version }];
	});
}

/** Those of whole files. Where the included files say two things, the order of GitLab would decide. */
function findVariables(files: ReadonlyMap<string, CiYaml>): Variables {
	const known = new Map<string, string | undefined>();
	const main = new Map<string, string | undefined>();
	for (const [path, file] of files) {
		for (const [name, node] of fieldsAt(file, file.root, 'variables')) {
			const text = findValue(file, node)?.text;
			const isDoubtful = known.has(name) && known.get(name) !== text;
			// The file that counts where others say something else.
			if (path === mainCiFile) main.set(name, text);
			else known.set(name, isDoubtful ? undefined : text);
		}
	}
	return (name) => (main.has(name) ? main : known).get(name);
}

function findValues(file: CiYaml, variables: Variables): CiValue[] {
	const jobs = Array.from(file.fieldsOf(file.root)).filter(([name]) => !noJob.test(name));
	return [
		...findValuesOf(file, file.root, variables),
		...jobs.flatMap(([, job]) => findValuesOf(file, job, withVariablesOf(file, job, variables))),
	];
}

/** Variables and image of a job, or of the whole file, which has them under the same names. */
function findValuesOf(file: CiYaml, node: unknown, variables: Variables): CiValue[] {
	const fields = file.fieldsOf(node);
	const texts: [variable: string | null, text: CiText | undefined][] = Array.from(
		file.fieldsOf(fields.get('variables')),
		([name, value]) => [name, findValue(file, value)],
	);
	const image = fields.get('image');
	const named = file.textOf(image) ?? file.textOf(file.fieldsOf(image).get('name'));
	// A variable that holds the whole image is found where it is set.
	if (!/^\$\{?\w+\}?$/.test(named?.text ?? '')) texts.push([null, named]);
	return texts.flatMap(([variable, found]) => {
		if (!found) return [];
		const value = expandVariables(found.text.trim(), variables);
		return value === undefined ? [] : [{ variable, value, line: found.line }];
	});
}

/** A job's own variables come first. Those of its matrix have another value in each of its runs. */
function withVariablesOf(file: CiYaml, job: unknown, variables: Variables): Variables {
	const own = fieldsAt(file, job, 'variables');
	const matrix = new Set(
		file
			.itemsOf(fieldsAt(file, job, 'parallel').get('matrix'))
			.flatMap((entry) => Array.from(file.fieldsOf(entry).keys())),
	);
	return (name) => {
		if (matrix.has(name)) return undefined;
		return own.has(name) ? findValue(file, own.get(name))?.text : variables(name);
	};
}

function fieldsAt(file: CiYaml, node: unknown, name: string): ReadonlyMap<string, unknown> {
	return file.fieldsOf(file.fieldsOf(node).get(name));
}

/** A variable is its value, or a map that explains it. */
function findValue(file: CiYaml, node: unknown): CiText | undefined {
	return file.textOf(node) ?? file.textOf(file.fieldsOf(node).get('value'));
}
