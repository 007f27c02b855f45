"""The stance model: a sentence is read once, then each pair of names in it is judged.

Reader: word vector, tag, arc label and quotation flag -> a mixing layer -> layers over the two neighbours and the head
of each word (greatest of three linear pieces, layer norm, residual). Judge: places of attention that see where each
word stands to both names, in the text and in the tree (after Zhang et al. 2017, position-aware attention), the greatest values
over the names, between them and along the path -> one hidden layer -> five labels. There is one judge for a pair that is
asked about and one for the many pairs of an article; they share all but the hidden layer and what follows."""
import torch
from torch import nn

PIECES = 3


class Maxout(nn.Module):
    def __init__(self, inputs, outputs, dropout):
        super().__init__()
        self.linear = nn.Linear(inputs, outputs * PIECES)
        self.norm = nn.LayerNorm(outputs, eps=1e-8)
        self.drop = nn.Dropout(dropout)

    def forward(self, x):
        y = self.linear(x).unflatten(-1, (-1, PIECES)).amax(-1)
        return self.drop(self.norm(y))


class StanceModel(nn.Module):
    def __init__(self, vectors, specials, tags, dependencies, width=64, small=16, layers=2, attention=32, places=4,
                 hidden=64, dropout=0.3, tasks=2, fine_tune=False):
        super().__init__()
        self.specials = specials
        self.special = nn.Embedding(specials, vectors.shape[1])
        self.vectors = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=not fine_tune)
        self.tag = nn.Embedding(tags + 1, small)
        self.dependency = nn.Embedding(dependencies + 1, small)
        self.flag = nn.Embedding(2, small)
        self.word_drop = nn.Dropout(dropout * 0.5)
        self.mix = Maxout(vectors.shape[1] + 3 * small, width, dropout)
        self.layers = nn.ModuleList(Maxout(4 * width, width, dropout) for _ in range(layers))
        self.key = nn.Linear(width, attention)
        self.relation = nn.ModuleList(nn.Embedding(n, attention) for n in (5, 15, 15, 7, 7, 2))
        self.query = nn.Linear(attention, places, bias=False)
        self.drop = nn.Dropout(dropout)
        self.hidden = nn.ModuleList(nn.Linear(width * (places + 4), hidden * 2) for _ in range(tasks))
        self.out = nn.ModuleList(nn.Linear(hidden, 5) for _ in range(tasks))

    def read(self, ints, mask):
        rows, tags, dependencies, heads, flags = (ints[:, n] for n in range(5))
        special = rows < self.specials
        word = torch.where(special[..., None], self.special(rows.clamp(max=self.specials - 1)),
                           self.vectors((rows - self.specials).clamp(min=0)))
        x = torch.cat([self.word_drop(word), self.tag(tags), self.dependency(dependencies), self.flag(flags)], -1)
        h = self.mix(x) * mask[..., None]
        for layer in self.layers:
            before = nn.functional.pad(h, (0, 0, 1, 0))[:, :-1]
            after = nn.functional.pad(h, (0, 0, 0, 1))[:, 1:]
            head = torch.gather(h, 1, heads[..., None].expand_as(h))
            h = (h + layer(torch.cat([before, h, after, head], -1))) * mask[..., None]
        return h

    def judge(self, h, ints, mask, spans, task):
        score = self.key(h)
        for n, embedding in enumerate(self.relation):
            score = score + embedding(ints[:, 5 + n])
        score = self.query(torch.relu(score)).masked_fill(~mask[..., None], -1e9)
        pooled = (torch.softmax(score, 1).transpose(1, 2) @ h).flatten(1)
        at = torch.arange(h.shape[1])[None]
        def greatest(inside):
            m = h.masked_fill(~inside[..., None], -1e4).amax(1)
            return torch.where(inside.any(1)[:, None], m, torch.zeros_like(m))
        p = (at >= spans[:, :1]) & (at < spans[:, 1:2])
        q = (at >= spans[:, 2:3]) & (at < spans[:, 3:4])
        between = (at >= spans[:, 1:2]) & (at < spans[:, 2:3])
        path = (ints[:, 10] == 1) & mask & ~p & ~q
        x = torch.cat([pooled, greatest(p), greatest(q), greatest(between), greatest(path)], -1)
        x = self.hidden[task](self.drop(x)).unflatten(-1, (-1, 2)).amax(-1)
        return self.out[task](self.drop(x))

    def forward(self, ints, length, spans, task):
        mask = torch.arange(ints.shape[2])[None] < length[:, None]
        return self.judge(self.read(ints, mask), ints, mask, spans, task)
