"""Trains on the annotated articles: train.py TRAIN.prep OUT.pt [epochs] [fold] [seed]"""
import json
import pickle
import random
import sys
import time

import numpy as np
import torch
import torch.nn.functional as N

import features as F
import model as M
from decode import decode_all

torch.set_num_threads(1)
SEED = int(sys.argv[5]) if len(sys.argv) > 5 else 1
torch.manual_seed(SEED)
BATCH = 4
TOKEN_DROP = torch.tensor([0.25 if n in F.LEXICAL else 0.15 for n, _ in F.TOKEN_TABLES])
PAIR_DROP = torch.tensor([0.3 if n in ("frame", "word", "path") else 0.15 for n, _ in F.PAIR_TABLES])


def kept(count, tables, drop):
    """Weights of features, of which some are left out at random."""
    keep = (torch.rand(count, tables) >= drop).float()
    return torch.repeat_interleave(keep, 2, dim=1)


def batch_tensors(docs, rng=None):
    n = sum(len(d["rows"]) + M.GAP for d in docs)
    rows = np.zeros((n, 2 * len(F.TOKEN_TABLES)), np.int64)
    mask = np.zeros((n, 1), np.float32)
    flat = np.full(n, -100, np.int64)
    at, jobs = 0, []
    for d in docs:
        k = len(d["rows"])
        rows[at:at + k] = d["rows"]
        mask[at:at + k] = 1
        flat[at:at + k] = d["flat"]
        bad = d["bad"]
        if rng is not None and len(bad) > 4:
            bad = rng.sample(bad, 4)
        jobs += [(at, c) for c in d["cues"] + bad]
        at += k + M.GAP
    return map(torch.from_numpy, (rows, mask, flat)), jobs


def pair_tensors(jobs, cue_head):
    n = sum(len(j[1][4]) + M.GAP for j in jobs)
    rows = np.zeros((n, 2 * len(F.PAIR_TABLES)), np.int64)
    token, cue = np.full(n, -1, np.int64), np.full(n, -1, np.int64)
    mask = np.zeros((n, 1), np.float32)
    lengths = [len(c[4]) for _, c in jobs]
    L = max(lengths)
    gold = np.zeros((len(jobs), L), np.int64)
    place = np.zeros((len(jobs), L), np.int64)
    at = 0
    for i, (base, (c, first, last, r, roles)) in enumerate(jobs):
        k = last - first
        rows[at:at + k] = r
        token[at:at + k] = base + np.arange(first, last)
        cue[at:at + k] = base + c[0]
        mask[at:at + k] = 1
        gold[i, :k] = roles
        place[i, :k] = np.arange(at, at + k)
        at += k + M.GAP
    t = torch.from_numpy
    return t(rows), t(token), t(cue), t(mask), torch.tensor(lengths), t(gold), t(place)


def evaluate(net, docs, name):
    net.eval()
    with torch.no_grad():
        result = decode_all([net], docs)
    import os
    gold, system = f"{name}.gold.jsonl", f"{name}.sys.jsonl"
    with open(gold, "w") as g, open(system, "w") as s:
        for d, statements in zip(docs, result):
            g.write(json.dumps({"id": d["id"], "text": d["text"], "attributions": d["attributions"]}) + "\n")
            s.write(json.dumps({"id": d["id"], "text": d["text"], "statements": statements}) + "\n")
    sys.path.insert(0, os.environ["EVALS"])
    from score_attribution import score
    r = score(gold, system)
    return {k: {a: round(b, 1) for a, b in v.items() if a in ("p", "r", "f1", "P", "R", "F1", "precision", "recall")} or v for k, v in r.items() if not k.startswith(("begin", "tokens"))}


def main():
    docs = pickle.load(open(sys.argv[1], "rb"))
    epochs = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    fold = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    held = [d for i, d in enumerate(docs) if fold >= 0 and i % 10 == fold]
    train = [d for i, d in enumerate(docs) if fold < 0 or i % 10 != fold]
    net = M.Attribution()
    sparse = [net.tokens.weight, net.pairs.weight]
    dense = [p for p in net.parameters() if all(p is not q for q in sparse)]
    opt = torch.optim.AdamW([{"params": dense, "weight_decay": 1e-2}, {"params": sparse, "weight_decay": 0.02}],
                            lr=2e-3, betas=(0.9, 0.99), fused=True)
    steps = epochs * (len(train) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(opt, 3e-3, total_steps=steps + 1, pct_start=0.1, anneal_strategy="linear")
    rng = random.Random(SEED + 1)
    t0 = time.time()
    for epoch in range(epochs):
        net.train()
        rng.shuffle(train)
        sums = np.zeros(3)
        for b in range(0, len(train) - BATCH + 1, BATCH):
            (rows, mask, flat), jobs = batch_tensors(train[b:b + BATCH], rng)
            weight = kept(rows.shape[0], len(F.TOKEN_TABLES), TOKEN_DROP)
            x = net.tokens(rows, per_sample_weights=weight)
            x = N.dropout(net.norm(x), 0.3, True) * mask
            for layer in net.layers:
                x = layer(x, mask, 0.3)
            loss1 = N.cross_entropy(net.flat(x), flat, ignore_index=-100, reduction="sum") / len(jobs) * 0.3
            prow, token, cue, pmask, lengths, gold, place = pair_tensors(jobs, None)
            scores = net.pair_scores(x, token, cue, prow, pmask, 0.3, kept(prow.shape[0], len(F.PAIR_TABLES), PAIR_DROP))
            loss2 = M.crf_loss(net, scores[place], lengths, gold) / len(jobs)
            loss = loss1 + loss2
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(dense, 5.0)
            opt.step()
            schedule.step()
            sums += [loss1.item(), loss2.item(), 1]
            if b // BATCH % 80 == 0:
                print(epoch, b, (sums[:2] / sums[2]).round(2), round(time.time() - t0), round(time.process_time()), flush=True)
        torch.save(net.state_dict(), sys.argv[2])
        if held and (epoch == epochs // 2 or epoch == epochs - 1):
            print("epoch", epoch, json.dumps(evaluate(net, held, "held" + str(fold) + sys.argv[2].split("/")[-1])), flush=True)


if __name__ == "__main__":
    main()
