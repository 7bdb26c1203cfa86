// What a Dockerfile of ours must keep, read with the parser that editors use.
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

const SECRET = /(PASSWORD|SECRET|TOKEN|CREDENTIAL|PRIVATE|_KEY$)/i;
const NUMERIC_USER = /^[1-9]\d*(:[1-9]\d*)?$/;

/** Everything that is wrong with the text; empty when nothing is. */
export function breaches(text) {
  const file = DockerfileParser.parse(text);
  const unreadable = validate(text).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
  return [...unreadable, ...images(file), ...instructions(file), ...lastStage(file)];
}

function images(file) {
  const stages = new Set();
  return file.getFROMs().flatMap((from) => {
    const image = resolved(from.getImage(), file);
    const known = stages.has(image);
    if (from.getBuildStage()) stages.add(from.getBuildStage());
    const tag = /:([^:/@]+)(@.*)?$/.exec(image)?.[1];
    return known || (tag && tag !== 'latest' && !tag.includes('$')) ? [] : [at(from, `${image} must name its version`)];
  });
}

/** With what the ARGs before the first FROM say, since only those are seen there. */
function resolved(image, file) {
  return file.getInitialARGs().reduce((name, arg) => {
    const property = arg.getProperty();
    return property ? name.replaceAll(`\${${property.getName()}}`, property.getValue() ?? '') : name;
  }, image);
}

function instructions(file) {
  return file.getInstructions().flatMap((instruction) => {
    switch (instruction.getKeyword()) {
      case 'ADD':
        return [at(instruction, 'ADD fetches and unpacks: use COPY')];
      case 'RUN':
        return /https?:\/\//.test(instruction.getArgumentsContent() ?? '')
          ? [at(instruction, 'RUN must not fetch by address: what is fetched is pinned by the build')]
          : [];
      case 'ENV':
        return instruction.getProperties().flatMap((property) => secret(instruction, property));
      case 'ARG':
        return secret(instruction, instruction.getProperty());
      default:
        return [];
    }
  });
}

function secret(instruction, property) {
  return property && SECRET.test(property.getName())
    ? [at(instruction, `${property.getName()} would be kept in the image for all to read`)]
    : [];
}

function lastStage(file) {
  const all = file.getInstructions();
  const last = all.slice(all.findLastIndex((instruction) => instruction.getKeyword() === 'FROM'));
  const final = (keyword) => last.findLast((instruction) => instruction.getKeyword() === keyword);
  const broken = [];
  if (!NUMERIC_USER.test(final('USER')?.getArgumentsContent() ?? '')) {
    broken.push('The last stage must end as a USER by number that is not root');
  }
  if (!/CMD \[/.test(final('HEALTHCHECK')?.getArgumentsContent() ?? '')) {
    broken.push('The last stage must have a HEALTHCHECK');
  }
  if (!final('ENTRYPOINT')?.getArgumentsContent().startsWith('[')) {
    broken.push('The last stage must have an ENTRYPOINT as a list, so that no shell keeps signals from it');
  }
  return broken;
}

function at(instruction, message) {
  return `line ${instruction.getRange().start.line + 1}: ${message}`;
}
