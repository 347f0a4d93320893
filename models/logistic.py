"""Logistic regression over named features, for the small models beside the encoder."""

from __future__ import annotations

from collections.abc import Sequence

import torch


def fit(
    names: Sequence[str],
    rows: Sequence[Sequence[float]],
    labels: Sequence[bool],
    shares: Sequence[float] | None = None,
    penalty: float = 1e-3,
) -> dict[str, float]:
    """Weights by name, the first being the bias, that no penalty holds down; `shares` weigh the rows."""
    features, wanted = torch.tensor(rows, dtype=torch.float64), torch.tensor(labels, dtype=torch.float64)
    share = torch.ones(len(rows), dtype=torch.float64) if shares is None else torch.tensor(shares, dtype=torch.float64)
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        losses = torch.nn.functional.binary_cross_entropy_with_logits(features @ weights, wanted, reduction="none")
        loss = (share * losses).sum() / share.sum() + penalty * (weights[1:] ** 2).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimiser.step(closure)  # type: ignore[arg-type]
    return {name: round(value, 4) for name, value in zip(names, weights.tolist(), strict=True)}
