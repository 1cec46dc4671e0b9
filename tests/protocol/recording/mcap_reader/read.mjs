// Opens a recording with libraries that are not ours (@mcap/core, protobufjs, fzstd), checks every CRC,
// decodes every message with the schema in the file alone, and prints what it found as JSON:
//   node read.mjs FILE
// Exit code 1 and one line on stderr when anything in the file is not as the specification says.
import { readFileSync } from "node:fs";

import { crc32 } from "@foxglove/crc";
import { McapIndexedReader, McapStreamReader } from "@mcap/core";
import * as fzstd from "fzstd";
import protobuf from "protobufjs";
import descriptor from "protobufjs/ext/descriptor/index.js";

const decompressHandlers = {
  zstd: (bytes, size) => fzstd.decompress(bytes, new Uint8Array(Number(size))),
};

function insist(condition, sentence) {
  if (!condition) throw new Error(sentence);
}

// One decoder per schema, made from the FileDescriptorSet in the file.
function decoderOf(schema) {
  insist(schema.encoding === "protobuf", `schema ${schema.name} is not Protobuf`);
  const set = descriptor.FileDescriptorSet.decode(schema.data);
  return protobuf.Root.fromDescriptor(set).resolveAll().lookupType(schema.name);
}

// Decodes, and encodes again: the same bytes come back only if every field was understood.
function understand(type, bytes) {
  const message = type.decode(bytes);
  const again = type.encode(message).finish();
  insist(Buffer.compare(Buffer.from(again), Buffer.from(bytes)) === 0,
    `a ${type.fullName} is not the same after decoding and encoding`);
}

// From the first byte to the last, as a tool does that cannot seek.
function readAsStream(file) {
  const reader = new McapStreamReader({ decompressHandlers, includeChunks: true, validateCrcs: true });
  reader.append(file);
  const found = { counts: {}, metadata: {}, chunks: 0, messages: [] };
  const decoders = new Map();
  const channels = new Map();
  for (let record; (record = reader.nextRecord()); ) {
    if (record.type === "Schema" && !decoders.has(record.id)) decoders.set(record.id, decoderOf(record));
    if (record.type === "Channel") channels.set(record.id, record);
    if (record.type === "Chunk") {
      insist(record.uncompressedCrc !== 0, "a chunk carries no CRC");
      found.chunks += 1;
    }
    if (record.type === "Metadata") found.metadata[record.name] = Object.fromEntries(record.metadata);
    if (record.type === "DataEnd") {
      // The record is found again by its bytes: the stream does not say where it stood.
      const at = file.lastIndexOf(Buffer.from([0x0f, 4, 0, 0, 0, 0, 0, 0, 0]));
      insist(record.dataSectionCrc === crc32(file.subarray(0, at)), "the CRC of the data is wrong");
    }
    if (record.type !== "Message") continue;
    const channel = channels.get(record.channelId);
    understand(decoders.get(channel.schemaId), record.data);
    found.counts[channel.topic] = (found.counts[channel.topic] ?? 0) + 1;
    found.messages.push(`${record.logTime} ${channel.topic} ${record.sequence}`);
  }
  insist(reader.done(), "the file does not end as it should");
  return found;
}

// Through the index, as a tool does that jumps to a time.
async function readThroughIndex(file) {
  const readable = {
    size: async () => BigInt(file.length),
    read: async (offset, length) => file.subarray(Number(offset), Number(offset + length)),
  };
  const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers });
  const messages = [];
  for await (const message of reader.readMessages({ validateCrcs: true })) {
    const { topic } = reader.channelsById.get(message.channelId);
    messages.push(`${message.logTime} ${topic} ${message.sequence}`);
  }
  const metadata = [];
  for await (const record of reader.readMetadata()) metadata.push(record.name);
  return { messages, metadata, statistics: reader.statistics, header: reader.header,
           chunks: reader.chunkIndexes.length, channels: reader.channelsById };
}

try {
  const file = readFileSync(process.argv[2]);
  const stream = readAsStream(file);
  const index = await readThroughIndex(file);
  insist(stream.messages.join("\n") === index.messages.join("\n"),
    "the index leads to other messages than the file holds, or to another order");
  insist(stream.chunks === index.chunks, "the index knows another number of chunks");
  insist(Object.keys(stream.metadata).join() === index.metadata.join(), "the index of metadata is wrong");
  insist(Number(index.statistics.messageCount) === stream.messages.length, "the statistics are wrong");
  for (const [id, count] of index.statistics.channelMessageCounts) {
    const { topic } = index.channels.get(id);
    insist(Number(count) === (stream.counts[topic] ?? 0), `the statistics of ${topic} are wrong`);
  }
  console.log(JSON.stringify({ profile: index.header.profile, chunks: stream.chunks, counts: stream.counts,
                               metadata: stream.metadata }, null, 2));
} catch (error) {
  console.error(`${process.argv[2]}: ${error.message}`);
  process.exit(1);
}
