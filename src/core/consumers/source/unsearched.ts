import { toShape, varying } from '#core/consumers/endpoints/endpoint-name.ts';
import type { Api } from '#model/api.ts';
import { findPathWords, oneOf } from './engine/trigger.ts';
import type { SourceFile } from './engine/scanner.ts';
import { namesRoot } from './engine/text.ts';
import { isOfGitLab } from './engine/text-purpose.ts';

/** Languages in which things are methods of others, so that `gitlab.cars.list()` may be a call. */
const programs =
	/\.(py|ipynb|rb|rake|php|java|kts?|groovy|scala|rs|cs|fsx?|vb|p[lm]|lua|exs?|erl|swift|dart|clj[cs]?|mli?|hs|nim|cr|zig|jl|r|mm?|c|cc|cpp|hpp|h|astro)$/i;
const scripts =
	/\.(sh|bash|zsh|fish|nu|bats|ps1|psm1|bat|cmd|http|rest|mk|just|nix|pp|tf|hcl|tftpl|tpl|erb|j2|ya?ml|jsonc?|jsonnet|libsonnet|cue|toml)$|(^|\/)([^./]+|\w+file\.[^/]+)$/;
/** Of data that list paths, such as a description of the API, only those that ask for something count. */
const data = /\.(ya?ml|jsonc?|jsonnet|libsonnet|cue|toml|tf|hcl|tftpl|tpl|erb|j2)$/;
const asking =
	/\b(curl|wget|glab|Invoke-(RestMethod|WebRequest))\b|\buri:|^data "http"|["']?\bmethod["']?\s*[:=]/im;
const tests = /(^|\/)(specs?|tests?)\/|(^|\/)test_[^/]*$|_(test|spec)\.\w+$|(^|\/)conftest\.py$/i;

/** Whether a path is one of source in a language that is not searched. */
export function isUnsearched(path: string): boolean {
	return (programs.test(path) || scripts.test(path)) && !tests.test(path);
}

/**
 * Tells of source in a language that is not searched whether it names the API, so that nobody takes
 * it for source that calls nothing.
 */
export function startNaming(api: Api): (file: SourceFile) => boolean {
	const mutations = oneOf(
		api.endpoints.flatMap(({ graphql }) =>
			graphql.flatMap((name) => /^Mutation\.(\w+)$/.exec(name)?.[1] ?? []),
		),
	);
	const written = findWritten(api, mutations);
	// Where they are asked for, they are of GitLab whatever else the text says.
	const asked = new RegExp(`\\bmutation\\b[^]{0,300}?\\{\\s*(?:${mutations})\\s*\\(`);
	const member = findMembers(api);
	const apart = new RegExp(`["'\`=]/?(?:${oneOf(findPathWords(api))})(?![\\w/-])`);
	return ({ path, text }) => {
		if (asked.test(text)) return true;
		if (!isOfGitLab(text) || (data.test(path) && !asking.test(text))) return false;
		// Beside the root of the API, its parts may be put together in any way.
		if (written.test(text) || (namesRoot(text) && apart.test(text))) return true;
		return programs.test(path) && member.test(text);
	};
}

/** Paths as every language writes them, and the mutations of GraphQL, whose names nothing else has. */
function findWritten(api: Api, mutations: string): RegExp {
	const word = `(?:${oneOf(findPathWords(api))})`;
	const before = `(?:[^\\s"'\`]{0,200}/)?`;
	const shapes = api.endpoints.map(({ path }) => toShape(path).slice(1).split('/'));
	const whole = shapes
		.filter((shape) => shape.filter((part) => part !== varying).length > 1)
		.map((shape) =>
			shape.map((part) => (part === varying ? `[^/\\s"'\`]{1,200}` : oneOf([part]))).join('/'),
		);
	const parts = [
		`api/v4/${before}${word}\\b`,
		`(?:url|uri|host|api|base|endpoint|root|server|prefix|v4)\\w{0,40}["')}\\]]*/${before}${word}\\b`,
		`["'\`]/${word}["'\`?/]`,
		`(?<![\\w/.-])/?(?:${whole.join('|') || '(?!)'})(?![\\w-])`,
		`\\b(?:${mutations})\\b`,
	];
	return new RegExp(parts.join('|'), 'i');
}

/** `gitlab.cars.list()`, `client.all_cars`, `getCarsApi()`, `$client->cars()`, `cars::List`, `delete_car(id)` */
function findMembers(api: Api): RegExp {
	const words = findPathWords(api);
	const word = `(?:${oneOf(words)})`;
	const one = `(?:${oneOf([...words].map((many) => many.replace(/s$/, '')))})`;
	const of = String.raw`(?:\.|->|::)`;
	const parts = [
		`${of}(?:get)?${word}(?:_\\w+|Api)?(?:\\s*[.([]|->|::)`,
		`\\.\\w+_${word}\\b(?!\\s*=[^=])`,
		`${of}(?:${doing})_${one}\\s*[(\\s]`,
		`\\bgitlab\\.${one}\\(`,
	];
	return new RegExp(parts.join('|'), 'i');
}

const doing = 'create|register|show|get|update|edit|delete|remove|enable|disable|verify|reset';
