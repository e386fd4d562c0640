/** As `go tool dist list` has them: only these make a file's name a condition. */
const systems =
	'aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|linux|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos';
const architectures =
	'386|amd64|arm|arm64|loong64|mips|mips64|mips64le|mipsle|ppc64|ppc64le|riscv64|s390x|sparc64|wasm';
const byName = [
	new RegExp(`_(?<system>${systems})(?:_(?<architecture>${architectures}))?\\.go$`),
	new RegExp(`_(?<architecture>${architectures})\\.go$`),
];

/**
 * When a file is built: `linux && !cgo`. `null`: always.
 *
 * @see https://pkg.go.dev/cmd/go#hdr-Build_constraints
 */
export function findBuildCondition(path: string, text: string): string | null {
	const tags = /^\/\/go:build[ \t](.*)/m.exec(headerOf(text))?.[1]?.trim() ?? '';
	const groups = byName.map((name) => name.exec(path)?.groups).find(Boolean) ?? {};
	const parts = [groups.system, groups.architecture, tags].flatMap((part) => (part ? [part] : []));
	const [only, ...others] = parts;
	if (others.length === 0) return only ?? null;
	return parts.map((one) => (one.includes('||') ? `(${one})` : one)).join(' && ');
}

/** All that is before the package clause. */
export function headerOf(text: string): string {
	return text.split(/^package\s/m, 1).join('');
}
