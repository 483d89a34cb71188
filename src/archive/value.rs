//! Values that any layout is made of: numbers, strings, lists, one of a few. Each is written and read in one place.

use super::columns::{Reader, Writer};

/// A value that goes into columns and comes out again.
pub(super) trait Value: Sized {
    fn write(&self, to: &mut Writer);
    /// Any value at all where there is none to read; the reader remembers that.
    fn read(from: &mut Reader) -> Self;
}

/// Values that are one of a few: the place in the list of all.
macro_rules! one_of {
    ($($type:ident),*) => { $(
        impl Value for $type {
            fn write(&self, to: &mut Writer) {
                to.byte(Self::ALL.iter().position(|value| value == self).unwrap_or_default() as u8);
            }

            fn read(from: &mut Reader) -> Self {
                let place = from.byte();
                *Self::ALL.get(usize::from(place)).unwrap_or_else(|| {
                    from.spoil();
                    &Self::ALL[0]
                })
            }
        }
    )* };
}
pub(super) use one_of;

impl Value for u8 {
    fn write(&self, to: &mut Writer) {
        to.byte(*self);
    }

    fn read(from: &mut Reader) -> Self {
        from.byte()
    }
}

impl Value for u16 {
    fn write(&self, to: &mut Writer) {
        to.number(u32::from(*self));
    }

    fn read(from: &mut Reader) -> Self {
        u16::try_from(from.number()).unwrap_or_else(|_| {
            from.spoil();
            0
        })
    }
}

impl Value for u32 {
    fn write(&self, to: &mut Writer) {
        to.number(*self);
    }

    fn read(from: &mut Reader) -> Self {
        from.number()
    }
}

impl Value for bool {
    fn write(&self, to: &mut Writer) {
        to.byte(u8::from(*self));
    }

    fn read(from: &mut Reader) -> Self {
        let byte = from.byte();
        if byte > 1 {
            from.spoil();
        }
        byte == 1
    }
}

impl Value for String {
    fn write(&self, to: &mut Writer) {
        to.string(self);
    }

    fn read(from: &mut Reader) -> Self {
        from.string()
    }
}

impl<A: Value, B: Value> Value for (A, B) {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut Reader) -> Self {
        (A::read(from), B::read(from))
    }
}

impl<T: Value> Value for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Value> Value for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.number(self.len() as u32);
        for value in self {
            value.write(to);
        }
    }

    /// Grows with what is read, not with what is announced: every value takes a byte at least.
    fn read(from: &mut Reader) -> Self {
        let mut values = Vec::new();
        for _ in 0..from.number() {
            if from.is_spoiled() {
                break;
            }
            values.push(T::read(from));
        }
        values
    }
}
