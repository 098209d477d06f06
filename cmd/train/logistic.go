package main

import (
	"math"

	"coach/analyzer/reader"

	"gonum.org/v1/gonum/optimize"
)

// An example is a clause that a sparse model learns from.
type example struct {
	features *reader.Features
	yes      bool
	weight   float64
}

// fitSparse is L2-regularised logistic regression over hashed features: it minimises w·w/2 + cost·Σ weight·loss.
func fitSparse(examples []example, buckets uint32, cost float64, iterations int) []float64 {
	scales := make([][]float64, len(examples))
	for i, e := range examples {
		scales[i] = make([]float64, len(e.features))
		for family, hashes := range e.features {
			scales[i][family] = float64(reader.Scale(family, len(hashes))) / (1 << 16)
		}
	}
	evaluate := func(gradient, w []float64) float64 {
		sum := 0.0
		for k, x := range w {
			sum += x * x / 2
			if gradient != nil {
				gradient[k] = x
			}
		}
		for i := range examples {
			e := &examples[i]
			margin := 0.0
			for family, hashes := range e.features {
				part := 0.0
				for _, h := range hashes {
					part += w[h%buckets]
				}
				margin += part * scales[i][family]
			}
			loss, slope := logLoss(margin, e.yes)
			sum += cost * e.weight * loss
			if gradient == nil {
				continue
			}
			for family, hashes := range e.features {
				g := cost * e.weight * slope * scales[i][family]
				for _, h := range hashes {
					gradient[h%buckets] += g
				}
			}
		}
		return sum
	}
	return minimise(evaluate, int(buckets), iterations)
}

// logLoss gives the logistic loss of a margin and its slope.
func logLoss(margin float64, yes bool) (loss, slope float64) {
	if yes {
		margin = -margin
	}
	switch {
	case margin > 30:
		loss = margin
	default:
		loss = math.Log1p(math.Exp(margin))
	}
	slope = 1 / (1 + math.Exp(-margin))
	if yes {
		slope = -slope
	}
	return loss, slope
}

// minimise runs L-BFGS for a number of iterations, which is more than it needs for weights that are rounded to eight
// bits. It asks for value and slope at one place together, so the last place is remembered.
func minimise(evaluate func(gradient, w []float64) float64, size, iterations int) []float64 {
	at, gradient, value := make([]float64, size), make([]float64, size), math.NaN()
	look := func(w []float64) {
		if !math.IsNaN(value) && equal(at, w) {
			return
		}
		copy(at, w)
		value = evaluate(gradient, w)
	}
	problem := optimize.Problem{
		Func: func(w []float64) float64 { look(w); return value },
		Grad: func(g, w []float64) { look(w); copy(g, gradient) },
	}
	settings := &optimize.Settings{MajorIterations: iterations, GradientThreshold: 1e-3}
	result, err := optimize.Minimize(problem, make([]float64, size), settings, &optimize.LBFGS{Store: 10})
	if result == nil {
		panic(err) // the method and its settings do not fit together
	}
	return result.X
}

func equal(a, b []float64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// A point is a candidate that a dense model learns from.
type point struct {
	numbers []int32
	yes     bool
	weight  float64
}

// fitDense is logistic regression over a few numbers, regularised after scaling them to the same spread. It gives the
// bias, and the weights for numbers in the reader's fixed point.
func fitDense(points []point, size int, cost float64) []float64 {
	mean, spread := make([]float64, size), make([]float64, size)
	n := 0.0
	for _, p := range points {
		n += p.weight
		for k, x := range p.numbers {
			mean[k] += p.weight * float64(x)
			spread[k] += p.weight * float64(x) * float64(x)
		}
	}
	for k := range mean {
		mean[k] /= max(n, 1)
		spread[k] = math.Sqrt(max(spread[k]/max(n, 1)-mean[k]*mean[k], 1e-6))
	}
	w := minimise(func(gradient, w []float64) float64 {
		sum := 0.0
		for k := range w {
			if gradient != nil {
				gradient[k] = 0
			}
			if k > 0 {
				sum += w[k] * w[k] / 2
				gradient[k] = w[k]
			}
		}
		for i := range points {
			p := &points[i]
			margin := w[0]
			for k, x := range p.numbers {
				margin += w[k+1] * (float64(x) - mean[k]) / spread[k]
			}
			loss, slope := logLoss(margin, p.yes)
			sum += cost * p.weight * loss
			gradient[0] += cost * p.weight * slope
			for k, x := range p.numbers {
				gradient[k+1] += cost * p.weight * slope * (float64(x) - mean[k]) / spread[k]
			}
		}
		return sum
	}, size+1, 300)
	out := make([]float64, size+1)
	out[0] = w[0]
	for k := range size {
		out[k+1] = w[k+1] / spread[k] * reader.One
		out[0] -= w[k+1] * mean[k] / spread[k]
	}
	return out
}
