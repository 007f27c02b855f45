"""The network: summed hash embeddings, residual convolutions, two readers.

`tag` labels every token (who, cue, what) and finds the cues; `roles` reads the window of one cue and labels
its source and its content, with learned scores for what may follow what.
"""
import torch
from torch import nn
import torch.nn.functional as N

import features as F

WIDTH, DILATIONS = 128, (1, 2, 4, 8)
PAIR_WIDTH, PAIR_DILATIONS = 64, (1, 2, 4)
GAP = 8


def shifted(x, d):
    """Row t becomes row t + d of x; zeros come in at the ends."""
    if d == 0:
        return x
    z = x.new_zeros(min(abs(d), len(x)), x.shape[1])
    return torch.cat([x[d:], z]) if d > 0 else torch.cat([z, x[:len(x) - len(z)]])


class Layer(nn.Module):
    def __init__(self, width, dilation):
        super().__init__()
        self.linear = nn.Linear(3 * width, width)
        self.norm = nn.LayerNorm(width, eps=1e-8)
        self.dilation = dilation

    def forward(self, x, mask, dropout):
        d = self.dilation
        y = torch.relu(self.linear(torch.cat([shifted(x, -d), x, shifted(x, d)], 1)))
        y = N.dropout(self.norm(y), dropout, self.training)
        return (x + y) * mask


class Attribution(nn.Module):
    def __init__(self):
        super().__init__()
        total = sum(s for _, s in F.TOKEN_TABLES)
        self.tokens = nn.EmbeddingBag(total, WIDTH, mode="sum")
        self.norm = nn.LayerNorm(WIDTH, eps=1e-8)
        self.layers = nn.ModuleList(Layer(WIDTH, d) for d in DILATIONS)
        self.flat = nn.Linear(WIDTH, 7)
        self.pairs = nn.EmbeddingBag(sum(s for _, s in F.PAIR_TABLES), PAIR_WIDTH, mode="sum")
        self.of_token = nn.Linear(WIDTH, PAIR_WIDTH)
        self.of_cue = nn.Linear(WIDTH, PAIR_WIDTH, bias=False)
        self.pair_norm = nn.LayerNorm(PAIR_WIDTH, eps=1e-8)
        self.pair_layers = nn.ModuleList(Layer(PAIR_WIDTH, d) for d in PAIR_DILATIONS)
        self.role = nn.Linear(PAIR_WIDTH, 5)
        self.follow = nn.Parameter(torch.zeros(5, 5))
        self.begin = nn.Parameter(torch.zeros(5))
        nn.init.normal_(self.tokens.weight, std=0.1)
        nn.init.normal_(self.pairs.weight, std=0.1)

    def encode(self, rows, mask, dropout=0.0):
        x = self.tokens(rows)
        x = N.dropout(self.norm(x), dropout, self.training) * mask
        for layer in self.layers:
            x = layer(x, mask, dropout)
        return x

    def pair_scores(self, x, token, cue, rows, mask, dropout=0.0, weight=None):
        """Scores of roles; `token` and `cue` are rows of x for each place, -1 in gaps (masked)."""
        t, c = self.of_token(x), self.of_cue(x)
        y = self.pairs(rows, per_sample_weights=weight) + t[token.clamp(min=0)] + c[cue.clamp(min=0)]
        y = N.dropout(self.pair_norm(y), dropout, self.training) * mask
        for layer in self.pair_layers:
            y = layer(y, mask, dropout)
        return self.role(y)


def forbidden():
    """-10000 where an inside label follows what it cannot follow."""
    f = torch.zeros(5, 5)
    for j, b in ((2, 1), (4, 3)):
        for i in range(5):
            if i not in (b, j):
                f[i, j] = -10000.0
    start = torch.tensor([0.0, 0, -10000, 0, -10000])
    return f, start


def crf_loss(model, scores, lengths, gold):
    """Negative log likelihood of label sequences: scores [n, L, 5], gold [n, L]."""
    f, s = forbidden()
    trans, begin = model.follow + f, model.begin + s
    n, L, _ = scores.shape
    mask = torch.arange(L)[None] < lengths[:, None]
    score = begin[gold[:, 0]] + scores[:, 0].gather(1, gold[:, :1]).squeeze(1)
    steps = trans[gold[:, :-1], gold[:, 1:]] + scores[:, 1:].gather(2, gold[:, 1:, None]).squeeze(2)
    score = score + (steps * mask[:, 1:]).sum(1)
    # Sorted by length, so the live sequences are the first ones.
    order = torch.argsort(lengths, descending=True)
    scores = scores[order]
    live = mask.sum(0).tolist()
    alpha = begin + scores[:, 0]
    done = []
    for t in range(1, L):
        k = live[t]
        if k < alpha.shape[0]:
            done.append(torch.logsumexp(alpha[k:], 1))
            alpha = alpha[:k]
        if k == 0:
            break
        alpha = torch.logsumexp(alpha[:, :, None] + trans, 1) + scores[:k, t]
    if alpha.shape[0]:
        done.append(torch.logsumexp(alpha, 1))
    return torch.cat(done).sum() - score.sum()
